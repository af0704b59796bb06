# SPDX-License-Identifier: MIT
"""The rules of the Interstate Compact for Juveniles from Python, over libicj.

    import icj
    answer = icj.ask("eligible", {"plan_days": 120, "residence": "relative"})
    print(answer["eligible"], answer["eligible_missing"])

ask() knows the questions eligible, permit, return and deadline and answers with
the columns of the tool of that name.  A record is a dict of facts by the names
that icj-eligible --fields lists; lists, dates and booleans may be values.
"""
import ctypes
import datetime
import json
import os

_lib = ctypes.CDLL(os.environ.get("LIBICJ", "libicj.so.0"))
_lib.icj_answer_json.restype = ctypes.c_size_t
_lib.icj_answer_json.argtypes = [ctypes.c_char_p] * 4 + [
    ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
_lib.icj_add_business_days.restype = ctypes.c_int32
_lib.icj_add_business_days.argtypes = [
    ctypes.c_void_p, ctypes.c_int, ctypes.c_int32, ctypes.c_int32]
_lib.icj_calendar_new.restype = ctypes.c_void_p
_lib.icj_calendar_new.argtypes = [
    ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_size_t]
_federal = _lib.icj_calendar_new(None, 0, None, 0)
_EPOCH = datetime.date(1970, 1, 1)


class Invalid(ValueError):
    """A record that cannot be read; says which field and why, never a value."""


def _text(value):
    return None if value is None else str(value).encode()


def _plain(value):
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    raise TypeError(f"no fact is a {type(value).__name__}")


def ask(question, record, as_of=None, edition=None):
    """The answer as a dict; as_of is today unless given.  What cannot be read and
    was not asked for stands in its "errors"; a duty that asked, in "withheld"."""
    as_of = as_of or datetime.date.today().isoformat()
    args = (question.encode(), json.dumps(record, default=_plain).encode(),
            _text(as_of), _text(edition), _federal)
    size = _lib.icj_answer_json(*args, None, 0) + 1
    room = ctypes.create_string_buffer(size)
    _lib.icj_answer_json(*args, room, size)
    answer = json.loads(room.value.decode())
    if "error" in answer:
        raise Invalid(answer["error"])
    if "invalid" in (v for v in answer.values() if isinstance(v, str)):
        raise Invalid("; ".join(
            f"{e['field']}: {e['reason']}" for e in answer["errors"]))
    return answer


def add_business_days(day, count):
    """The count-th business day after day, by the federal calendar."""
    moved = _lib.icj_add_business_days(
        _federal, 0, (day - _EPOCH).days, count)
    return _EPOCH + datetime.timedelta(days=moved)
