"""The front door: what is imported here is every name that a plugin may import from the bot, and no other."""

from bot.ai.asking import IS_DATA, Task
from bot.ai.standing import borne_out
from bot.clock import minutes_of_day, time_of_day, wall_clock
from bot.community import drawing
from bot.community.activities import (
    ATTENDED,
    CHECKED_IN,
    FEEDBACK_GIVEN,
    IDEA_ADOPTED,
    IDEA_GIVEN,
    ORDER_REFUNDED,
    ORDERED,
    POINTED,
    REFERRED,
    SIGNED_UP,
    UNHAPPY,
    UNREFERRED,
    Activities,
    Activity,
)
from bot.community.arrangements import Arrangements, Named
from bot.community.attendance import Attendance
from bot.community.audit import Audit, AuditEntry
from bot.community.awards import Awards, Holder
from bot.community.badges import Badges, KeptBadge
from bot.community.codes import NotTaken, fresh_code, read_code
from bot.community.communities import Communities
from bot.community.consent import Consents
from bot.community.counting import COUNTS_AFTER
from bot.community.day_facts import DAY_FACTS
from bot.community.drawing import Lot
from bot.community.facts import ATTENDANCE as FACT_ATTENDANCE
from bot.community.facts import FACT_DAY, FACT_NOW, Facts, FactSpec, OverVisits, activity_count, activity_total
from bot.community.import_undoing import ImportUndoing
from bot.community.leaderboards import POINT_FACTS, Leaderboard, Placed
from bot.community.ledger import Ledger
from bot.community.link_requests import LINK_LASTS, LinkRequests, Side
from bot.community.linked import counts_for, families, parts_of
from bot.community.linking import Account, Links
from bot.community.people import People
from bot.community.point_imports import PointImports
from bot.community.preferences import Preferences
from bot.community.reach import Reach, reach_of
from bot.community.refunds import Refunds
from bot.community.rules import facts_of, holds, progress
from bot.community.scope import Scope
from bot.community.scores import FEWEST_ANSWERS, SCORES, STARS, Promoters, Scale, mean_answer, promoters
from bot.community.segments import Segments
from bot.community.shares import FEWEST as FEWEST_TO_COMPARE
from bot.community.shares import Share, difference, likely
from bot.community.stream import Stream, StreamState
from bot.community.streams import FOLLOW_UP, NoteKind, Started, StartOutcome, Streams
from bot.community.typed_times import parse_clock, parse_zone
from bot.core.conditions import Conditions, badges_here
from bot.core.context import Background, Context, in_language
from bot.core.contributing import card_parts, contributed, heard, press, suggestions
from bot.core.declarations import By, Command, Needs, Plugin
from bot.core.deep_links import DeepLinks
from bot.core.doctor import Doctor, Finding, Weight
from bot.core.door_rooms import DoorRooms
from bot.core.erasing import PersonalData
from bot.core.health import Health, SeenAt
from bot.core.host_rooms import HostRooms
from bot.core.incidents import newest as newest_incidents
from bot.core.joining import Joining, JoinOffer
from bot.core.loader import Loaded
from bot.core.naming import names_in
from bot.core.networks import Networks
from bot.core.paging import Page, headed, turning
from bot.core.permissions import Permissions
from bot.core.photos import Photos
from bot.core.phrasing import Phrasing
from bot.core.pictures import Pictures
from bot.core.pseudonyms import Pseudonyms
from bot.core.registry import Registry
from bot.core.rule_words import RuleWords
from bot.core.ruling import RuleBuilder
from bot.core.scales import drawn_stars, net_words, scale_lines, score_card, score_point, star_choices
from bot.core.settings import Change, PluginSettings
from bot.core.signatures import Answers, Chosen, Here, Manner, Parameter, Rest, Suggested, Within
from bot.core.suggesting import matching
from bot.core.telling import Telling
from bot.core.tokens import short_for
from bot.core.undoing import RESTORE
from bot.core.usage import choice_words, option_word, usage
from bot.core.watching import Watches, channel_named
from bot.delivery.audience import Plan
from bot.delivery.case import Case, JourneyStatus
from bot.delivery.engine import Engine
from bot.delivery.explaining import Explained
from bot.delivery.explaining import explain as explain_deliveries
from bot.delivery.inbox import Inbox
from bot.delivery.journeys import Journeys, Kept, resume_everything, stop_everything
from bot.delivery.native_polls import NativePoll, NativePolls
from bot.delivery.natives import NativeGrants
from bot.delivery.personal_invites import PersonalInvites
from bot.delivery.previewing import Preview, Previewer, Sample, of_step
from bot.delivery.rendering import Labelled
from bot.delivery.sending import Sender
from bot.delivery.tallying import Tallied, Tally
from bot.errors import MemberGoneError, UserError
from bot.model.badges import LONGEST_INVITATION, LONGEST_TITLE, MOST_LEVELS, AwardSource, Badge, Won
from bot.model.cards import (
    Card,
    CardBadge,
    CardFigure,
    CardGoal,
    CardPart,
    CardTier,
    ChartCard,
    ChartRow,
    HallCard,
    HallEntry,
    InviteCard,
    Look,
    Mood,
    ProfileCard,
    RankingCard,
    RankingRow,
    ScoreCard,
    ScoreColumn,
    ScoreGroup,
    ScorePoint,
)
from bot.model.decisions import Reason, Send, State
from bot.model.events import (
    ActivityRecorded,
    BadgeAwarded,
    Came,
    Event,
    HostsHeard,
    JourneyReleased,
    MemberArrived,
    MemberDeparted,
    NativePollEnded,
    NativePollFailed,
    NativeSettled,
    PluginEnabled,
    PointsMoved,
    PreferenceChanged,
    SpaceEntered,
    StreamCancelled,
    StreamEnded,
    StreamMoved,
    StreamPlanned,
    StreamStarted,
    StreamWentOn,
    ThanksOwed,
)
from bot.model.grants import Door, Failing, Gift, Granted, Native, NativeKind
from bot.model.heard import Heard, Outside, Suggestion
from bot.model.identity import ChannelRef, Community, Member, Purpose, Role, Route, Space
from bot.model.journeys import (
    ActivityTrigger,
    Again,
    Audience,
    Caps,
    DateTrigger,
    Delay,
    Exit,
    Goal,
    Journey,
    LocalTime,
    OnceTrigger,
    SegmentTrigger,
    Step,
    StepKind,
    StreamTrigger,
    Trigger,
    Variant,
)
from bot.model.knowledge import Brought
from bot.model.messages import Accent, Action, ActionStyle, Choice, Field, FieldKind, File, Markup, Message
from bot.model.native import NativeBadge, Place, Poll, Standing
from bot.model.occasions import PRETENDED, Occasion, StreamOver
from bot.model.point_imports import Claimed, PointImport, WaitingLine
from bot.model.points import Award, Bound, LedgerLine, LineKind, LineState, Paid
from bot.model.results import Problem
from bot.model.rights import Right
from bot.model.rules import AllOf, AnyOf, Comparison, Condition, FactValue, Not, Rule, Together, read_rule
from bot.model.titles import Titled, journey_named, plugin_named
from bot.search.confidence import ANSWERS_FROM, SUGGESTED_FROM
from bot.search.grouping import Group, grouped
from bot.search.index import Index as SearchIndex
from bot.search.index import Text as SearchText
from bot.search.joining import Said, has_word
from bot.search.tone import Feeling, feeling_of, urgency_of
from bot.search.tone_words import Urgency
from bot.storage import columns
from bot.storage.dialect import upsert
from bot.text import times
from bot.text.folding import folded
from bot.text.languages import base_language, english_name
from bot.text.markup import echoed, escape, join, linked, plain, shortened
from bot.text.questions import is_question
from bot.text.tables import table_file
from bot.text.translator import Translator
from bot.text.typed import in_a_line, in_lines
from bot.text.yes_no import parse_yes_no
from bot.text.zone_guesses import zones_of_language
from bot.text.zone_names import zones_like
