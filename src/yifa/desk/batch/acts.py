"""哪些行为可以成批 — one table, with the reason; what is not in it wants a look at each file."""

from yifa.law.acts import Act, Assign, Classify, Close, Serve, SignFor, Transfer
from yifa.organs.models import Staff
from yifa.organs.roles import may_do

BATCHED: dict[type[Act], str] = {
    Transfer: "同一机关职权内的来件，一次转送，文号、日期相同",
    Assign: "同一机关、同一反馈期限的来件，一次交办",
    SignFor: "一批材料当面移交，同日签收",
    Classify: "同类诉求，途径和内容分类相同",
    Serve: "同日以同一方式寄出或者送达，凭同一份清单或者回证",
    Close: "诉求都已答复、送达的，集中归档",
}
"""What is the same for every file of a batch, by act.  Opinions, notices and replies are not: each speaks to its own facts."""


def offered(staff: Staff) -> list[type[Act]]:
    """Those of them that this person may do."""
    return [kind for kind in BATCHED if may_do(staff, kind)]
