"""The tables, one module a noun."""

from minutes.store.tables.account import Account, Attempt, Entrusted, Passkey
from minutes.store.tables.adjustment import Adjuster, Adjustment, Signature
from minutes.store.tables.agenda import StandingItem
from minutes.store.tables.annex import Annex, AnnexKind, Recipient
from minutes.store.tables.appeal import Appeal
from minutes.store.tables.assignment import Assignment, Handling, Measure
from minutes.store.tables.attendance import Attendance, AttendanceInterval
from minutes.store.tables.base import Base, read_as_words
from minutes.store.tables.body import Body, Organisation, Party
from minutes.store.tables.communication import Communication
from minutes.store.tables.correction import Correction, CorrectionSigner
from minutes.store.tables.correction_proposal import CorrectionCertification, CorrectionProposal
from minutes.store.tables.decision import Decision, DecisionPoint
from minutes.store.tables.delegated_decision import DelegatedDecision
from minutes.store.tables.disqualification import Disqualification, StandAside
from minutes.store.tables.document import Document, DocumentKind
from minutes.store.tables.edition import (
    Edition,
    EditionItem,
    EditionSigner,
    ImmediateAdjustment,
    Renewal,
)
from minutes.store.tables.extract import Addressee, Channel, Dispatch, Extract
from minutes.store.tables.follow import Follow, Follower, FollowNews
from minutes.store.tables.goal import Assessment, Goal, GoalWording, Plan
from minutes.store.tables.history import History
from minutes.store.tables.item import Item, ItemMatter
from minutes.store.tables.kept_form import KeptForm
from minutes.store.tables.letter import Letter
from minutes.store.tables.matter import Matter
from minutes.store.tables.meeting import Meeting, UnreadLine
from minutes.store.tables.motion import Clause, ClauseOutcome, Motion, MotionMover
from minutes.store.tables.note import Note, NoteAuthor
from minutes.store.tables.notice import Notice
from minutes.store.tables.person import Mandate, Person
from minutes.store.tables.proposal import Proposal, ProposalMover
from minutes.store.tables.public_copy import Mask, MaskedText, PublicCopy
from minutes.store.tables.question import Question, QuestionOption
from minutes.store.tables.reservation import Reservation
from minutes.store.tables.section import Section, TextRevision
from minutes.store.tables.subject import Subject
from minutes.store.tables.submission import Submission
from minutes.store.tables.verdict import Settlement, Verdict
from minutes.store.tables.vote import Ballot, Vote

read_as_words(Base.metadata)

__all__ = [
    "Account",
    "Addressee",
    "Adjuster",
    "Adjustment",
    "Annex",
    "AnnexKind",
    "Appeal",
    "Assessment",
    "Assignment",
    "Attempt",
    "Attendance",
    "AttendanceInterval",
    "Ballot",
    "Base",
    "Body",
    "Channel",
    "Clause",
    "ClauseOutcome",
    "Communication",
    "Correction",
    "CorrectionCertification",
    "CorrectionProposal",
    "CorrectionSigner",
    "Decision",
    "DecisionPoint",
    "DelegatedDecision",
    "Dispatch",
    "Disqualification",
    "Document",
    "DocumentKind",
    "Edition",
    "EditionItem",
    "EditionSigner",
    "Entrusted",
    "Extract",
    "Follow",
    "FollowNews",
    "Follower",
    "Goal",
    "GoalWording",
    "Handling",
    "History",
    "ImmediateAdjustment",
    "Item",
    "ItemMatter",
    "KeptForm",
    "Letter",
    "Mandate",
    "Mask",
    "MaskedText",
    "Matter",
    "Measure",
    "Meeting",
    "Motion",
    "MotionMover",
    "Note",
    "NoteAuthor",
    "Notice",
    "Organisation",
    "Party",
    "Passkey",
    "Person",
    "Plan",
    "Proposal",
    "ProposalMover",
    "PublicCopy",
    "Question",
    "QuestionOption",
    "Recipient",
    "Renewal",
    "Reservation",
    "Section",
    "Settlement",
    "Signature",
    "StandAside",
    "StandingItem",
    "Subject",
    "Submission",
    "TextRevision",
    "UnreadLine",
    "Verdict",
    "Vote",
]
