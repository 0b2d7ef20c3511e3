//! From what the words say to days of the calendar.
//!
//! Owns: [`Said`], the meaning of a time before a calendar is asked, and all counting from the day of publication.
//! Leaves to: [`super::phrase`] the words, to jiff the calendar itself.
//! Conventions, where English leaves room: a week runs from Monday to Sunday; a bare weekday, month or day is the nearest one
//! on the side that the teller looks to ([`Toward`]), the day of publication included; "last" and "next" leave it out; "early",
//! "mid" and "late" are thirds; "the end of" a year is its last month, of anything shorter its last third.

use super::Toward;
use super::words::Unit;
use crate::statement::{Granularity, TimeBasis};
use jiff::Span;
use jiff::civil::{Date, Weekday};

/// What the words of a time say.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Said {
    /// One day, or some days of one month.
    Days { which: Which, month: i8, first: i8, last: i8 },
    /// "the 25th"; `months` away from the month of publication, where the words say so.
    DayOfMonth { day: i8, months: Option<i32> },
    /// "Friday", "last Friday".
    Weekday { day: Weekday, which: Which },
    /// "in May", "May 2022".
    Month { which: Which, month: i8 },
    /// "2030", "2023-24", "the 1990s".
    Years { first: i16, last: i16 },
    /// A year that is not named, the ground of "the third quarter".
    AnyYear,
    /// "today", "this week", "last year": the unit that holds the day of publication, moved by `shift`.
    Around { unit: Unit, shift: i32 },
    /// "early 2025", "the end of the year".
    Part { part: Part, of: Box<Said> },
    /// "earlier this month" and "later this year": up to the day of publication, or from it on.
    Rest { later: bool, of: Box<Said> },
    /// "within three months", "the past two years": from the day of publication on, or back (`count` below 0).
    Stretch { count: i32, unit: Unit },
    /// "two weeks ago".
    Away { count: i32, unit: Unit },
    /// "in three months": a point only where the teller looks ahead, else it says how long something took.
    Hence { count: i32, unit: Unit },
    /// "by 2030".
    Bound { bound: Bound, of: Box<Said> },
    /// "from 2014 to 2020".
    Between { first: Box<Said>, last: Box<Said> },
    /// "in the coming months", "the previous day": no day to count from, or no number to count by.
    Vague(Granularity),
}

/// Which of the months, days or weekdays of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// The one of this year.
    Named(i16),
    /// The one of the year so many years from that of publication.
    Shifted(i32),
    /// The nearest one, publication included.
    Open,
    /// "last May".
    Before,
    /// "next May".
    After,
}

/// A part of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Early,
    Mid,
    Late,
    Begin,
    End,
    Half(i8),
    Quarter(i8),
}

/// What a preposition makes of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// "by", "until", "no later than", "through": the last day of the time counts.
    Until,
    /// "before", "prior to": its first day counts no more.
    Before,
    /// "since": up to the day of publication.
    Since,
    /// "from", "as of": from its first day on.
    From,
    /// "after": from the day after its last on.
    After,
}

/// Where the words are read from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    pub published: Option<Date>,
    pub toward: Toward,
}

/// A time in days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reckoned {
    pub earliest: Option<Date>,
    pub latest: Option<Date>,
    pub granularity: Granularity,
    pub basis: TimeBasis,
}

type Period = (Date, Date);

impl Said {
    /// The days that the words mean; none where a time that cannot be counted, or an impossible date ("31 June").
    pub fn reckon(&self, anchor: Anchor) -> Reckoned {
        let granularity = self.granularity();
        let (earliest, latest) = match self {
            Said::Bound { bound, of } => bounded(*bound, of, anchor),
            _ => self.period(anchor).map_or((None, None), |(first, last)| (Some(first), Some(last))),
        };
        if earliest.is_none() && latest.is_none() {
            return Reckoned {
                earliest,
                latest,
                granularity,
                basis: TimeBasis::Unanchored,
            };
        }
        let basis = if self.is_dated() {
            TimeBasis::Explicit
        } else {
            TimeBasis::Published
        };
        Reckoned {
            earliest,
            latest,
            granularity,
            basis,
        }
    }

    fn period(&self, anchor: Anchor) -> Option<Period> {
        match self {
            Said::Days { which, month, first, last } => days(*which, *month, *first, *last, anchor),
            Said::DayOfMonth { day, months } => day_of_month(*day, *months, anchor),
            Said::Weekday { day, which } => weekday(*day, *which, anchor).map(|date| (date, date)),
            Said::Month { which, month } => {
                let month_of = |year| Date::new(year, *month, 1).ok().map(|first| (first, first.last_of_month()));
                pick_year(*which, month_of, anchor)
            }
            Said::Years { first, last } => Some((Date::new(*first, 1, 1).ok()?, Date::new(*last, 12, 31).ok()?)).filter(|(a, b)| a <= b),
            Said::AnyYear => around(anchor.published?, Unit::Year, 0),
            Said::Around { unit, shift } => around(anchor.published?, *unit, *shift),
            Said::Part { part, of } if **of == Said::AnyYear => {
                let part_of = |year| part_of(*part, (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?));
                pick_year(Which::Open, part_of, anchor)
            }
            Said::Part { part, of } => part_of(*part, of.period(anchor)?),
            Said::Rest { later, of } => {
                let (first, last) = of.period(anchor)?;
                let today = anchor.published.filter(|today| (first..=last).contains(today));
                Some(today.map_or((first, last), |today| if *later { (today, last) } else { (first, today) }))
            }
            Said::Stretch { count, unit } => {
                let today = anchor.published?;
                let other = moved(today, *unit, *count)?;
                Some((today.min(other), today.max(other)))
            }
            Said::Away { count, unit } | Said::Hence { count, unit } => around(moved(anchor.published?, *unit, *count)?, *unit, 0),
            Said::Between { first, last } => between(first, last, anchor),
            Said::Bound { .. } | Said::Vague(_) => None,
        }
    }

    fn granularity(&self) -> Granularity {
        match self {
            Said::Days { first, last, .. } if first == last => Granularity::Day,
            Said::DayOfMonth { .. } | Said::Weekday { .. } => Granularity::Day,
            Said::Month { .. } => Granularity::Month,
            Said::Years { first, last } if first == last => Granularity::Year,
            Said::AnyYear => Granularity::Year,
            Said::Around { unit, .. } | Said::Away { unit, .. } | Said::Hence { unit, .. } => granularity_of(*unit),
            Said::Part {
                part: Part::Quarter(_), ..
            } => Granularity::Quarter,
            Said::Vague(granularity) => *granularity,
            _ => Granularity::Range,
        }
    }

    /// Whether the words themselves name the year.
    fn is_dated(&self) -> bool {
        match self {
            Said::Days { which, .. } | Said::Month { which, .. } => matches!(which, Which::Named(_)),
            Said::Years { .. } => true,
            Said::Part { of, .. } | Said::Rest { of, .. } | Said::Bound { of, .. } => of.is_dated(),
            Said::Between { first, last } => last.is_dated() && (first.is_dated() || first.is_open()),
            _ => false,
        }
    }

    /// Whether the year is left to the context.
    fn is_open(&self) -> bool {
        matches!(self, Said::Days { which: Which::Open, .. } | Said::Month { which: Which::Open, .. })
    }

    /// The same with the year `year`, where it is left to the context.
    fn in_year(&self, year: i16) -> Said {
        let mut said = self.clone();
        if let Said::Days { which, .. } | Said::Month { which, .. } = &mut said
            && *which == Which::Open
        {
            *which = Which::Named(year);
        }
        said
    }
}

pub(super) fn granularity_of(unit: Unit) -> Granularity {
    match unit {
        Unit::Day => Granularity::Day,
        Unit::Week => Granularity::Week,
        Unit::Month => Granularity::Month,
        Unit::Quarter => Granularity::Quarter,
        Unit::Year => Granularity::Year,
        Unit::Weekend | Unit::Decade | Unit::Century => Granularity::Range,
    }
}

/// A deadline has no first day and "after" no last one: who reads the record knows what was meant to come before.
fn bounded(bound: Bound, of: &Said, anchor: Anchor) -> (Option<Date>, Option<Date>) {
    let toward = match bound {
        Bound::Until | Bound::Before => Toward::Future,
        Bound::Since => Toward::Past,
        Bound::From | Bound::After => anchor.toward,
    };
    let Some((first, last)) = of.period(Anchor { toward, ..anchor }) else {
        return (None, None);
    };
    match bound {
        Bound::Until => (None, Some(last)),
        Bound::Before => (None, first.yesterday().ok()),
        Bound::Since => (Some(first), anchor.published.filter(|today| *today >= first)),
        Bound::From => (Some(first), None),
        Bound::After => (last.tomorrow().ok(), None),
    }
}

/// "from May to June 2024" has one year for both; "from November to February" ends in the year after.
fn between(first: &Said, last: &Said, anchor: Anchor) -> Option<Period> {
    let end = last.period(anchor)?;
    let first = if last.is_dated() {
        first.in_year(end.0.year())
    } else {
        first.clone()
    };
    let start = first.period(anchor)?;
    if start.0 <= end.1 {
        return Some((start.0, end.1));
    }
    let later = last.period(Anchor {
        published: Some(start.0),
        toward: Toward::Future,
    })?;
    Some((start.0, later.1)).filter(|(a, b)| a <= b)
}

/// The period that `period_in` gives for the year that `which` means.
fn pick_year(which: Which, period_in: impl Fn(i16) -> Option<Period>, anchor: Anchor) -> Option<Period> {
    if let Which::Named(year) = which {
        return period_in(year);
    }
    let today = anchor.published?;
    // eight years hold a 29 February, also around 1900
    let back = || (0..=8).filter_map(|n| period_in(today.year() - n));
    let ahead = || (0..=8).filter_map(|n| period_in(today.year() + n));
    match (which, anchor.toward) {
        (Which::Shifted(years), _) => period_in(today.year().checked_add(i16::try_from(years).ok()?)?),
        (Which::Before, _) => back().find(|p| p.1 < today),
        (Which::After, _) => ahead().find(|p| p.0 > today),
        (_, Toward::Past) => back().find(|p| p.0 <= today),
        (_, Toward::Future) => ahead().find(|p| p.1 >= today),
    }
}

fn days(which: Which, month: i8, first: i8, last: i8, anchor: Anchor) -> Option<Period> {
    let days_in = |year| Some((Date::new(year, month, first).ok()?, Date::new(year, month, last).ok()?)).filter(|(a, b)| a <= b);
    pick_year(which, days_in, anchor)
}

fn day_of_month(day: i8, months: Option<i32>, anchor: Anchor) -> Option<Period> {
    let today = anchor.published?;
    let day_in = |shift: i32| {
        let month = moved(today.first_of_month(), Unit::Month, shift)?;
        Date::new(month.year(), month.month(), day).ok()
    };
    let date = match (months, anchor.toward) {
        (Some(shift), _) => day_in(shift),
        // of three months in a row one has 31 days
        (None, Toward::Past) => (0..=3).filter_map(|n| day_in(-n)).find(|date| *date <= today),
        (None, Toward::Future) => (0..=3).filter_map(day_in).find(|date| *date >= today),
    }?;
    Some((date, date))
}

fn weekday(day: Weekday, which: Which, anchor: Anchor) -> Option<Date> {
    let today = anchor.published?;
    let back = i32::from(today.weekday().since(day));
    let ahead = i32::from(day.since(today.weekday()));
    let days = match (which, anchor.toward) {
        (Which::Before, _) => -(if back == 0 { 7 } else { back }),
        (Which::After, _) => {
            if ahead == 0 {
                7
            } else {
                ahead
            }
        }
        (_, Toward::Past) => -back,
        (_, Toward::Future) => ahead,
    };
    moved(today, Unit::Day, days)
}

/// The unit of the calendar that holds `date`, moved by `shift` units.
fn around(date: Date, unit: Unit, shift: i32) -> Option<Period> {
    let date = moved(date, unit, shift)?;
    let monday = || moved(date, Unit::Day, -i32::from(date.weekday().to_monday_zero_offset()));
    let years = |first: i16, count: i16| Some((Date::new(first, 1, 1).ok()?, Date::new(first.checked_add(count - 1)?, 12, 31).ok()?));
    match unit {
        Unit::Day => Some((date, date)),
        Unit::Week => Some((monday()?, moved(monday()?, Unit::Day, 6)?)),
        Unit::Weekend => Some((moved(monday()?, Unit::Day, 5)?, moved(monday()?, Unit::Day, 6)?)),
        Unit::Month => Some((date.first_of_month(), date.last_of_month())),
        Unit::Quarter => part_of(
            Part::Quarter((date.month() - 1) / 3 + 1),
            (date.first_of_year(), date.last_of_year()),
        ),
        Unit::Year => years(date.year(), 1),
        Unit::Decade => years(date.year() - date.year().rem_euclid(10), 10),
        Unit::Century => years(date.year() - (date.year() - 1).rem_euclid(100), 100),
    }
}

/// `date` moved by `count` units; none past the ends of the calendar.
fn moved(date: Date, unit: Unit, count: i32) -> Option<Date> {
    let count = i64::from(count);
    let span = match unit {
        Unit::Day => Span::new().try_days(count),
        Unit::Week | Unit::Weekend => Span::new().try_weeks(count),
        Unit::Month => Span::new().try_months(count),
        Unit::Quarter => Span::new().try_months(count * 3),
        Unit::Year => Span::new().try_years(count),
        Unit::Decade => Span::new().try_years(count * 10),
        Unit::Century => Span::new().try_years(count * 100),
    };
    date.checked_add(span.ok()?).ok()
}

/// A part of `whole`: of a year by months, of anything shorter by days.
fn part_of(part: Part, whole: Period) -> Option<Period> {
    let (first, last) = whole;
    let days = first.until(last).ok()?.get_days().checked_add(1)?;
    if days < 360 {
        return part_by_days(part, first, last, days);
    }
    let months = i32::from(last.year() - first.year()) * 12 + i32::from(last.month()) - i32::from(first.month()) + 1;
    let (from, count) = match part {
        Part::Early => (0, months / 3),
        Part::Mid => (months / 3, months / 3),
        Part::Late => (months - months / 3, months / 3),
        Part::Begin => (0, months / 12),
        Part::End => (months - months / 12, months / 12),
        Part::Half(n) => (months / 2 * i32::from(n - 1), months / 2),
        Part::Quarter(n) => (months / 4 * i32::from(n - 1), months / 4),
    };
    let start = moved(first.first_of_month(), Unit::Month, from)?;
    Some((start, moved(start, Unit::Month, count.max(1) - 1)?.last_of_month()))
}

fn part_by_days(part: Part, first: Date, last: Date, days: i32) -> Option<Period> {
    let third = (days / 3).max(1);
    let at = |n: i32| moved(first, Unit::Day, n);
    let (start, end) = match part {
        Part::Early | Part::Begin => (first, at(third - 1)?),
        Part::Mid => (at(third)?, at(2 * third - 1)?),
        Part::Late | Part::End => (at(2 * third)?, last),
        Part::Half(1) => (first, at((days / 2 - 1).max(0))?),
        Part::Half(_) => (at(days / 2)?, last),
        Part::Quarter(_) => return None,
    };
    Some((start.min(last), end.min(last))).filter(|(a, b)| a <= b)
}
