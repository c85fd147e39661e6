"""责令改正事由 — for what a superior orders an organ to put right, each with the provision that names it (Arts. 43–45)."""

from enum import StrEnum


class RemedyGround(StrEnum):
    """责令改正事由 — what a superior orders to be put right (Arts. 43–45)."""

    DISPATCH = "应当登记、转送、交办而未办理"
    SUPERVISION = "应当督办而未督办"
    REGISTRATION = "不按规定登记"
    REFUSAL = "属于职权范围而不予受理"
    NOTICE = "未在规定期限内书面告知"
    DELAY = "推诿、敷衍、拖延或者逾期未办结"
    NOT_SUPPORTED = "符合规定的请求未予支持"
    ADVICE = "不重视、不落实信访部门的建议"
    OTHER = "其他不履行或者不正确履行职责"

    @property
    def article(self) -> str:
        """The key of the provision that names it."""
        return _REMEDY_ARTICLES[self]


_REMEDY_ARTICLES = {
    RemedyGround.DISPATCH: "43",
    RemedyGround.SUPERVISION: "43",
    RemedyGround.REGISTRATION: "44(1)",
    RemedyGround.REFUSAL: "44(2)",
    RemedyGround.NOTICE: "44(3)",
    RemedyGround.DELAY: "45(1)",
    RemedyGround.NOT_SUPPORTED: "45(2)",
    RemedyGround.ADVICE: "45(3)",
    RemedyGround.OTHER: "45(4)",
}
