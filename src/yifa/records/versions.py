"""What earlier versions of the record mean.  Nothing here is ever changed; a line is added where a field comes later.

A row holds every field its act had when it was recorded, but for version 1, which left out what was at its default.
What a row does not hold is read from here, never from the defaults of today's code.
"""

from collections.abc import Mapping
from typing import Any

NAMES: Mapping[int, Mapping[str, Mapping[str, str]]] = {
    1: {"Register": {"claims": "requests"}, "Split": {"claims": "requests"}},
    2: {},
}
"""By version and act: what stands on record under another name than today's."""

_CLAIM = {"officer": "", "claim": ""}
_CLAIMS = {"officer": "", "claims": ()}
_OFFICER = {"officer": ""}

SILENT: Mapping[int, Mapping[str, Mapping[str, Any]]] = {
    1: {
        "Request": {"category": "", "track": None, "path": "", "about": (), "accused": ()},
        "Register": {
            "officer": "",
            "received": None,
            "level": "旗县",
            "names": (),
            "address": "",
            "contact": "",
            "anonymous": False,
            "people": 1,
            "representatives": (),
            "facts": "",
            "reasons": "",
            "place": "",
            "urgent": False,
            "electronic": False,
            "read_back": False,
            "earlier": "",
            "origin": "",
        },
        "CarryOver": _OFFICER,
        "Attach": {
            "officer": "",
            "received": None,
            "level": "旗县",
            "people": 1,
            "representatives": (),
            "read_back": False,
            "text": "",
        },
        "Supplement": _OFFICER,
        "Split": _OFFICER,
        "Classify": _CLAIM | {"path": "", "category": "", "reason": "", "accused": ()},
        "Withdraw": _CLAIMS,
        "Transfer": _CLAIMS | {"joint": False, "summary": ""},
        "Assign": _CLAIMS | {"joint": False, "summary": ""},
        "TransferToJustice": _CLAIMS,
        "TransferSealed": _CLAIMS,
        "Guide": _CLAIMS,
        "ReportUrgent": _CLAIMS | {"measures": ""},
        "InformPersonnel": _CLAIM | {"grave": False},
        "SignFor": _CLAIMS,
        "Object": _CLAIMS | {"suggested": ""},
        "AgreeReturn": _CLAIMS,
        "RefuseReturn": _CLAIMS,
        "SettleAcceptance": _CLAIM,
        "Succeed": _CLAIMS,
        "Notify": _CLAIMS | {"kind": "接收情况及处理途径和程序", "to": "", "procedure": ""},
        "Accept": _CLAIM,
        "Decline": _CLAIM,
        "Bar": _CLAIM,
        "Recuse": {"officer": "", "replaced_by": ""},
        "TakeStatement": _CLAIM,
        "Investigate": _CLAIM,
        "HoldHearing": _CLAIM,
        "Extend": _CLAIM,
        "Divert": _CLAIM | {"last_day": None, "reason": "", "after": ""},
        "RecordResult": _CLAIM | {"case_number": ""},
        "Fulfil": _CLAIM,
        "Mediate": _CLAIM | {"agreement": ""},
        "Settle": _CLAIM,
        "HandlingOpinion": _CLAIM | {"basis_text": ""},
        "Enforce": _CLAIM | {"due": None},
        "ReportExecution": _CLAIM | {"of": None},
        "SuggestionReply": _CLAIM,
        "ReportBack": _CLAIMS,
        "Serve": _CLAIM | {"paper": "", "receiver": ""},
        "Resolve": _CLAIM | {"note": ""},
        "Close": {"officer": "", "note": ""},
        "RequestReview": _CLAIM,
        "ReviewOpinion": _CLAIM | {"basis_text": "", "redo_by": None},
        "RequestFinalReview": _CLAIM,
        "FinalReviewOpinion": _CLAIM | {"basis_text": "", "redo_by": None},
        "PublishFinalReview": _CLAIM,
        "Supervise": _CLAIM | {"due": None},
        "AnswerSupervision": _OFFICER | {"of": None},
        "Recommend": _OFFICER,
        "AnswerRecommendation": _OFFICER | {"of": None},
        "TakeConferenceMeasure": {"officer": "", "due": None},
        "AppointLead": {"officer": "", "due": None},
        "OfferHelp": {"officer": "", "note": ""},
        "Rate": _CLAIM | {"reason": ""},
        "FollowUp": _CLAIM,
        "Terminate": _CLAIM,
        "Correct": {"officer": "", "right": None},
    },
    2: {},
}
"""By version and act: what a field means, under today's name and as JSON, where the row does not hold it."""
