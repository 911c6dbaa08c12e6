"""Time expressions: where they stand, what kind they are, and which time they mean (TIMEX3, EDTF)."""

from onrecord.reader.times.edtf import Dated, bounds, edtf, intervals
from onrecord.reader.times.find import Found, times

__all__ = ["Dated", "Found", "bounds", "edtf", "intervals", "times"]
