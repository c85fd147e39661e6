"""What holds of every petition, whatever was lawfully done in it."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from tests.properties.histories import History, of_every_history
from tests.spec.cases import BANNER
from yifa.law import acts, limits
from yifa.law.acts import Act
from yifa.law.claim import Claim
from yifa.law.clocks import State, clocks
from yifa.law.duties import breaches, duties, lifted, owed
from yifa.law.fold import after, replay, take
from yifa.law.organs import PETITIONER
from yifa.law.permits import permitted, refusals
from yifa.law.permits.probe import probes
from yifa.law.petition import Petition
from yifa.law.terms import Mover, OrganKind, ReviewOutcome, Stage, Track
from yifa.records.codec import VERSION, decode, encode

DAY = timedelta(days=1)


def touched(before: Petition, act: Act, then: Petition) -> list[Claim]:
    """The claims an act is about, as they stood: those it names; else those it changes; else all of them."""
    if isinstance(act, acts.Serve):
        papers = [one for one, old in zip(then.papers, before.papers, strict=False) if one.served != old.served]
        return before.chosen(tuple(one.claim for one in papers))
    changed = [claim for number, claim in before.claims.items() if claim != then.claims[number]]
    named = getattr(act, "claim", "") or getattr(act, "claims", ())
    return before.chosen(named) if named or not changed else changed


# The fold


@of_every_history
def test_replay_gives_what_taking_act_by_act_gives(history: History):
    petition = replay((), BANNER)
    for act in history.acts:
        take(petition, act)
    assert petition == history.petition == replay(history.acts, BANNER)


@of_every_history
def test_after_leaves_the_petition_it_is_given_alone(history: History):
    for before, act, then in history.steps[-5:]:
        kept = replay(before.acts, BANNER)
        assert after(before, act) == then
        assert before == kept


@of_every_history
def test_a_correction_corrected_back_leaves_no_trace_but_itself(history: History):
    corrected = {act.target for act in history.acts if isinstance(act, acts.Correct)}
    kept = [number for number, act in enumerate(history.acts) if not isinstance(act, acts.Correct)]
    for target in set(kept[::5] + kept[-1:]) - corrected:
        wrong = history.acts[target]
        # The last act may be struck out; on an earlier one others stand, and it takes place a day later.
        other = None if target == kept[-1] != 0 else replace(wrong, on=wrong.on + DAY)
        there, back = (
            acts.Correct(on=history.petition.last, by="旗信访局", target=target, reason="…", right=right)
            for right in (other, wrong)
        )
        changed = replay([*history.acts, there], BANNER)
        assert changed.acts[target] == wrong
        assert replace(after(changed, back), acts=[], last=None) == replace(history.petition, acts=[], last=None)


@of_every_history
def test_what_holds_after_corrections_is_itself_a_permitted_history(history: History):
    for before, act, _ in history.held:
        assert not list(refusals(act, before)), act
    assert replace(history.held[-1][2], acts=[], last=None) == replace(history.petition, acts=[], last=None)


@of_every_history
def test_every_act_comes_back_from_its_record_as_it_was(history: History):
    for act in history.acts:
        assert decode(type(act).__name__, encode(act), VERSION) == act


@of_every_history
def test_no_act_is_dated_before_the_last_one(history: History):
    assert all(one.on <= other.on for one, other in pairwise(act for _, act, _ in history.held))


@of_every_history
def test_every_receipt_is_on_record_once(history: History):
    """Arts. 22, 23: registered always, repeats attached, nothing dropped."""
    received = [act for _, act, _ in history.held if isinstance(act, acts.Register | acts.Attach)]
    assert [(one.registered, one.by, one.people) for one in history.petition.receipts] == [
        (act.on, act.by, act.people) for act in received
    ]


@of_every_history
def test_what_was_done_was_permitted(history: History):
    """`permitted` names every kind of act for which some filling was found that nothing stands against."""
    for before, act, _ in history.steps[1::7]:
        assert type(act).__name__ in permitted(before, act.on, act.by), act


# Stages


BACK = (
    acts.AgreeReturn | acts.RefuseReturn | acts.SettleAcceptance | acts.Classify | acts.Notify | acts.Transfer
    | acts.Assign | acts.Correct | acts.ReviewOpinion | acts.FinalReviewOpinion | acts.Object | acts.Reopen
    | acts.Succeed | acts.Terminate | acts.RecordResult
)  # fmt: skip
"""After these a claim may stand further back: returned, settled, classified anew, objected to, sent back, reopened."""


@of_every_history
def test_a_claim_goes_back_only_by_an_act_that_sends_it_back(history: History):
    place = list(Stage).index
    for before, act, then in history.held:
        for number, claim in before.claims.items():
            if not isinstance(act, BACK):
                assert place(claim.stage) <= place(then.claims[number].stage), act


@of_every_history
def test_a_petition_stands_where_its_claim_furthest_behind_stands(history: History):
    for _, _, petition in history.steps:
        stages = {claim.stage for claim in petition.claims.values()}
        assert petition.stage is (Stage.CLOSED if petition.closed else min(stages, key=list(Stage).index))


# Who may not see, and who may not act


BESIDE_SEAL = (
    acts.Register | acts.Attach | acts.Classify | acts.TransferSealed | acts.InformPersonnel | acts.Notify
    | acts.Correct | acts.AnswerSupervision | acts.AnswerRecommendation | acts.ReportRemedy
)  # fmt: skip
"""What an organ must do with an accusation it received, were it itself the accused: send it on, say where to turn."""


@of_every_history
def test_a_recused_or_accused_person_does_nothing(history: History):
    """Arts. 28¶3, 30¶3."""
    for before, act, then in history.steps:
        assert not act.officer or act.officer not in before.recused
        if act.by != PETITIONER and not isinstance(act, BESIDE_SEAL):
            for claim in touched(before, act, then):
                assert not act.officer or act.officer not in claim.accused, act


@of_every_history
def test_an_accused_organ_does_nothing_about_the_claim_that_accuses_it(history: History):
    """Art. 30¶3: neither the accused nor who serves under them, but for sending on what reached them."""
    for before, act, then in history.steps:
        if act.by != PETITIONER and not isinstance(act, BESIDE_SEAL):
            barred = [claim for claim in touched(before, act, then) if act.by in BANNER.barred(claim.accused)]
            assert not barred, act


@of_every_history
def test_nothing_is_sent_to_who_is_accused(history: History):
    """Art. 30¶3."""
    sends = (
        acts.Transfer | acts.Assign | acts.TransferToJustice | acts.TransferSealed | acts.Guide | acts.ReportUrgent
        | acts.InformPersonnel | acts.Supervise | acts.Recommend | acts.TakeConferenceMeasure | acts.SettleAcceptance
        | acts.Succeed
    )  # fmt: skip
    for before, act, then in history.steps:
        if not isinstance(act, sends):
            continue
        to = next(getattr(act, name) for name in ("to", "competent", "successor") if hasattr(act, name))
        for code in (to,) if isinstance(to, str) else to:
            for claim in touched(before, act, then):
                assert code not in claim.accused, act
                assert code not in BANNER.barred(claim.accused) or isinstance(act, acts.InformPersonnel), act


# Handling


@of_every_history
def test_sixty_days_run_only_for_what_was_once_a_claim_by_petition_procedure(history: History):
    """Art. 34: for Art. 31(6) and nothing else."""
    for day in history.days:
        for clock in clocks(history.petition, day):
            if clock.limit is limits.HANDLING:
                assert Track.C6 in [track for _, track in history.petition.claims[clock.claim].tracks]


def days_elsewhere(claim: Claim, since: date, until: date) -> int:
    """How many days from `since` to `until` began with the claim on another track than C6: counted one by one."""
    count, day = 0, since
    while day < until:
        held = [track for on, track in claim.tracks if on <= day]
        count += bool(held) and held[-1] is not Track.C6
        day += DAY
    return count


@of_every_history
def test_handling_never_outlasts_ninety_days_and_the_days_it_was_elsewhere(history: History):
    """Art. 34: sixty days and thirty in all; a track left and taken up again gives back no day used."""
    for day in history.days:
        for clock in clocks(history.petition, day):
            if clock.limit is limits.HANDLING:
                claim = history.petition.claims[clock.claim]
                end = clock.met or clock.ended or day
                outside = days_elsewhere(claim, clock.started, end)
                away = sum((back - max(left, clock.started)).days for left, back in claim.away if back > clock.started)
                rolled = 12 if outside or away else 0  # what was left of a last day on a holiday is kept
                assert clock.due.nominal <= clock.started + timedelta(
                    days=60 + clock.extended + outside + away + rolled
                )
                assert clock.due.nominal >= clock.started + timedelta(days=60 + clock.extended)
                assert clock.extended <= 30


@of_every_history
def test_an_organ_extends_and_accepts_a_claim_at_most_once(history: History):
    for claim in history.petition.claims.values():
        assert all(handling.extensions <= 1 for handling in claim.handlings)
        accepted = [act.by for act in accepting(history, claim.id)]
        handled = [handling.organ for handling in claim.handlings if handling.accepted]
        assert len(accepted) == len(handled)


def accepting(history: History, claim: str) -> list[Act]:
    """The acceptances of a claim that hold."""
    held = ((act, then) for _, act, then in history.held if isinstance(act, acts.Accept))
    return [act for act, then in held if claim == (act.claim or next(iter(then.claims)))]


@of_every_history
def test_no_opinion_without_notice_hearing_and_investigation(history: History):
    """Arts. 23, 31(6): a petitioner who cannot be reached can be neither told nor heard."""
    for before, act, then in history.held:
        if isinstance(act, acts.HandlingOpinion):
            (claim,) = touched(before, act, then)
            assert claim.track is Track.C6
            assert claim.investigated
            assert claim.heard or not before.reachable
            assert claim.handling_by(act.by).notified or not before.reachable


@of_every_history
def test_review_goes_one_level_up_each_time_and_follows_service(history: History):
    """Arts. 35, 36: the level above the one that answered, in the thirty days after the answer arrived."""
    for before, act, then in history.held:
        if isinstance(act, acts.RequestReview | acts.RequestFinalReview):
            (claim,) = touched(before, act, then)
            first = isinstance(act, acts.RequestReview)
            below, answer = (claim.opinion.by, claim.opinion) if first else (claim.reviewed.to, claim.reviewed)
            assert act.to in BANNER.get(below).superiors
            assert answer.served
            assert answer.served <= act.on


@of_every_history
def test_after_a_final_review_nothing_follows(history: History):
    """Art. 36¶3."""
    for claim in history.petition.claims.values():
        if claim.final and claim.final.decided:
            assert claim.final.outcome is not ReviewOutcome.REDO
            assert claim.review.served


@of_every_history
def test_what_is_served_was_issued_and_is_served_once(history: History):
    for before, act, then in history.held:
        new = [one for one, old in zip(then.papers, before.papers, strict=False) if one.served != old.served]
        assert bool(new) is isinstance(act, acts.Serve)
        assert all(one.served == act.on >= one.on for one in new)
        assert not any(old.served for one, old in zip(then.papers, before.papers, strict=False) if one in new)
        assert not any(one.served for one in then.papers[len(before.papers) :])


# Clocks and duties


@of_every_history
def test_no_open_claim_lies_unwatched(history: History):
    """A claim not answered, of a petitioner who can be reached, has a running duty, but for the days the law leaves open.

    These are: reported and waiting for the committee's or government's decision (Art. 22¶1(1)); with the justice or
    discipline organs, whose own rules hold (Art. 23¶4); told of, on a track without a limit (Arts. 29, 30, 31(5));
    sent back by a review that set no day (Art. 35 names none).
    """
    reported: set[str] = set()
    for _, act, petition in history.held:
        reported |= set(act.claims) if isinstance(act, acts.ReportUrgent) else set()
        found = clocks(petition, petition.last)
        for claim in petition.claims.values():
            own_rules = any(
                BANNER.kind(one.organ) in {OrganKind.JUSTICE, OrganKind.DISCIPLINE} for one in claim.handlings
            )
            told = any(one.notified for one in claim.handlings) and claim.track is not Track.C6
            left_open = claim.id in reported or own_rules or told or any(not one.due for one in claim.redos)
            if petition.reachable and not (claim.over or claim.diverted or left_open):
                assert any(one.claim == claim.id and not (one.right or one.met or one.ended) for one in found), claim


ONWARD = (
    "Transfer", "Assign", "TransferSealed", "TransferToJustice", "Guide", "Notify", "Classify", "Investigate",
    "HandlingOpinion", "Divert", "Fulfil", "SuggestionReply", "RecordResult", "AgreeReturn", "RefuseReturn",
)  # fmt: skip
"""What brings a claim on, the commonest first."""


@of_every_history
def test_no_open_claim_is_at_a_dead_end(history: History):
    """Whatever was done, somebody may do something that brings every open claim on, and owes something on it."""
    petition, day = history.petition, history.petition.last
    owes = {one.claim for one in owed(petition, day)}
    for claim in petition.claims.values():
        if not (petition.closed or claim.over or claim.diverted):
            assert any(_may(name, petition, claim.id, day) for name in ONWARD), claim
            assert claim.id in owes, claim


def _may(name: str, petition: Petition, claim: str, on: date) -> bool:
    """Whether an act of that kind on that claim could be done, if filled in rightly."""
    return any(
        all(refusal.field not in {"", "by"} for refusal in refusals(act, petition))
        for act in probes(name, petition, on, None)
        if claim in (getattr(act, "claim", ""), *getattr(act, "claims", ()))
    )


# What happened stands


def day_ends(history: History) -> list[tuple[Petition, date]]:
    """The petition at the end of every day on which nothing more was done, as far as the record goes, and long after."""
    ends = []
    for (_, act, then), following in zip(history.held, [*history.held[1:], None], strict=True):
        until = following[1].on - DAY if following else act.on
        if until >= act.on:
            ends += [(then, day) for day in {act.on, until}]
    ends += [(history.held[-1][2], day) for day in history.days[1:]]
    return sorted(ends, key=lambda end: end[1])


@of_every_history
def test_a_breach_stands(history: History):
    """A duty broken on a day, by what was done up to it, stays broken, whatever is done later (Arts. 34, 40, 43–45)."""
    stood: dict[tuple, date] = {}
    for petition, day in day_ends(history):
        found = {one.key: one for one in breaches(petition, day)}
        assert stood.keys() <= found.keys(), (day, [(key, stood[key]) for key in stood.keys() - found.keys()])
        stood |= dict.fromkeys(found.keys() - stood.keys(), day)


@of_every_history
def test_a_breach_is_removed_by_a_correction_alone_and_the_record_says_which(history: History):
    corrections = {number for number, act in enumerate(history.acts) if isinstance(act, acts.Correct)}
    for number in corrections:
        day = history.acts[number].on
        before, after_it = history.steps[number][0], history.steps[number][2]
        gone = {one.key for one in breaches(before, day)} - {one.key for one in breaches(after_it, day)}
        gone -= {one.key for one in breaches(history.petition, history.petition.last)}
        assert gone == {one.breach.key for one in lifted(history.petition) if one.number == number}


@of_every_history
def test_a_correction_makes_no_breach_where_nothing_was_owed(history: History):
    for before, act, then in history.steps:
        if isinstance(act, acts.Correct):
            owed_before = {
                (f"{one.limit.term}逾期", one.claim, by)
                for one in clocks(before, act.on)
                for by in (one.owed_by, *(name for _, name in one.former))
            }
            owed_before |= {
                (one.late, one.claim, by)
                for one in duties(before)
                for by in (one.by, *(name for _, name in one.former))
            }
            new = {one.key for one in breaches(then, act.on)} - {one.key for one in breaches(before, act.on)}
            assert {(what, claim, by) for what, claim, by, *_ in new} <= owed_before, act


@of_every_history
def test_every_open_duty_has_one_organ_that_has_the_matter(history: History):
    """Art. 24: or the law leaves the duty with it though it passed the matter on (去向告知, 办结报告)."""
    for _, _, petition in history.steps[-12:]:
        found = [one for one in clocks(petition, petition.last) if not (one.right or one.met or one.ended)]
        for claim in petition.claims.values():
            sixty = [one for one in found if one.claim == claim.id and one.limit is limits.HANDLING]
            assert len(sixty) <= 1, claim
            for clock in sixty:
                handling = claim.handling_by(clock.owed_by)
                assert handling, clock
                assert not handling.passed_on, clock
            for clock in found:
                if clock.claim == claim.id and clock.limit in {limits.DIRECT_NOTICE, limits.NOTICE}:
                    repeat = any(one.teller == clock.owed_by for one in petition.receipts)
                    assert repeat or claim.handling_by(clock.owed_by), clock
        open_duties = [(one.paper, one.of, one.claim, one.by, one.number) for one in duties(petition) if one.open]
        assert all(by for _, _, _, by, _ in open_duties)


@of_every_history
def test_an_answer_meets_what_it_names_and_nothing_else(history: History):
    """Art. 40: one answer does not settle every supervision of an organ."""
    for before, act, then in history.held:
        if isinstance(act, acts.AnswerSupervision | acts.AnswerRecommendation | acts.ReportRemedy):
            met = [
                one.number for one, old in zip(then.asked, before.asked, strict=True) if one.answered != old.answered
            ]
            assert len(met) == 1
            assert act.of in {None, *met}


@of_every_history
def test_every_running_duty_is_owed_and_every_late_one_is_a_breach(history: History):
    petition = history.petition
    for day in history.days:
        found = clocks(petition, day)
        running = [one for one in found if one.open]
        due = [(one.claim, one.by, one.due, one.basis) for one in owed(petition, day)]
        for clock in running:
            assert (clock.claim, clock.owed_by, clock.due.day, clock.basis) in due
        broken = [(one.claim, one.by, one.since, one.basis) for one in breaches(petition, day)]
        for clock in found:
            late = clock.state(day) is State.LATE
            since, by = clock.breach
            entry = (clock.claim, by, since, clock.basis)
            assert not late or (not clock.due.provisional and entry in broken)
        assert all(since <= day for _, _, since, _ in broken)


@of_every_history
def test_a_withdrawn_claim_owes_nothing_more(history: History):
    for claim in history.petition.claims.values():
        if claim.withdrawn:
            found = [one for one in clocks(history.petition, history.days[2]) if one.claim == claim.id]
            assert all(one.met or one.ended for one in found)


@of_every_history
def test_a_closed_file_has_no_paper_lying_and_no_claim_open(history: History):
    petition = history.petition
    if petition.closed:
        known = petition.servable or date.max
        assert not [one for one in petition.unserved if max(one.on, known) < petition.closed]
        assert all(claim.over or claim.diverted for claim in petition.claims.values())


@of_every_history
def test_every_act_is_done_by_whom_the_law_lets_do_it(history: History):
    kinds = {
        Mover.OFFICE: OrganKind.PETITION_OFFICE,
        Mover.CONFERENCE: OrganKind.JOINT_CONFERENCE,
        Mover.JUSTICE: OrganKind.JUSTICE,
    }
    for before, act, then in history.held:
        assert (act.by == PETITIONER) is (act.mover is Mover.PETITIONER)
        if act.mover in kinds:
            assert BANNER.kind(act.by) is kinds[act.mover]
        if act.mover is Mover.HANDLER:
            assert any(claim.handling_by(act.by) for claim in touched(before, act, then)) or told_to(act, before)


def told_to(act: Act, before: Petition) -> bool:
    """Whether the act is owed by one who does not handle: who was told to carry out, whom a repeat has reached."""
    if isinstance(act, acts.ReportExecution):
        opinions = [claim.opinion for claim in before.claims.values() if claim.opinion]
        return any(order.open and order.to == act.by for opinion in opinions for order in opinion.orders)
    return isinstance(act, acts.Notify) and any(one.teller == act.by for one in before.receipts)
