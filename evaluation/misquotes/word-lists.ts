/** Each word with those it may be exchanged for, one line a word. */
function exchanges(lines: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    lines
      .trim()
      .split("\n")
      .map((line) => {
        const [word = "", others = ""] = line.split(":");
        return [word.trim(), others.trim().split(" ")];
      }),
  );
}

export const MODALS = exchanges(`
will: would may might must
would: will might could
can: should must may could
could: should would might
should: must might could
must: may might should can
may: will must
might: will must should
won't: can't wouldn't
can't: won't shouldn't
wouldn't: won't couldn't
couldn't: wouldn't shouldn't
shouldn't: couldn't wouldn't
`);

export const PERSONS = exchanges(`
i: he she we they
we: they you
you: we they
he: she I they
she: he they
they: we you
me: him them us
us: them you
him: me her
them: us him
my: his their your
our: their your
your: our my
his: her my their
their: our your his
i'm: he's she's
i've: they've we've
i'd: he'd they'd
i'll: he'll they'll
we're: they're you're
we've: they've you've
we'd: they'd you'd
we'll: they'll you'll
you're: they're we're
you've: we've they've
you'd: they'd we'd
you'll: we'll they'll
he's: she's
she's: he's
he'll: she'll I'll
they're: we're you're
they've: we've
they'd: we'd
they'll: we'll you'll
myself: himself herself
ourselves: themselves
themselves: ourselves
`);

export const QUANTIFIERS = exchanges(`
all: some most few
some: all most many
most: all some few
many: few some all
few: many most
several: many all
every: hardly
both: neither
everyone: someone nobody
everybody: somebody nobody
everything: something nothing
someone: everyone nobody
something: everything nothing
always: often sometimes rarely
often: always rarely
sometimes: always never
mostly: entirely partly
mainly: entirely partly
partly: entirely wholly
much: little
`);

/** Words that hedge as well as count. */
export const FREQUENCIES: ReadonlySet<string> = new Set(
  "always often sometimes mostly mainly partly usually generally nearly almost likely".split(" "),
);

export const NUMBER_WORDS = exchanges(`
one: two three
two: three four twelve
three: two five thirty
four: five forty
five: six fifteen fifty
six: seven sixty
seven: eight seventeen
eight: nine eighty
nine: eight ninety
ten: twenty twelve
eleven: twelve seven
twelve: eleven twenty
fifteen: fifty sixteen
sixteen: sixty fifteen
twenty: thirty twelve
thirty: forty thirteen
forty: fifty fourteen
fifty: fifteen sixty
sixty: sixteen seventy
ninety: nineteen eighty
hundred: thousand million
hundreds: thousands dozens
thousand: hundred million
thousands: hundreds millions
million: billion thousand
millions: billions thousands
billion: million trillion
billions: millions
dozen: hundred
dozens: hundreds
twice: thrice
`);

/** Words turned into what they are not, some of them a letter or two away. */
export const OPPOSITES = exchanges(`
able: unable
unable: able
possible: impossible
impossible: possible
legal: illegal
illegal: legal
important: unimportant
likely: unlikely
happy: unhappy
fair: unfair
known: unknown
clear: unclear
agree: disagree
agreed: disagreed
like: dislike
true: untrue
necessary: unnecessary
usual: unusual
more: less fewer
less: more
before: after
after: before
first: last
last: first
good: bad
bad: good
better: worse
worse: better
best: worst
right: wrong
wrong: right
old: new young
new: old
young: old
elderly: young
big: small
small: large
large: small
high: low
low: high
higher: lower
lower: higher
early: late
late: early
increase: decrease
increased: decreased
war: peace
peace: war
north: south
south: north
east: west
west: east
inside: outside
yes: no
easy: hard
hard: easy
open: closed
win: lose
won: lost
love: hate
hate: love
start: stop
started: stopped
men: women
women: men
friend: enemy
friends: enemies
up: down
public: private
same: different
different: same
strong: weak
cheap: expensive
ready: reluctant
improving: damaging
escalation: resolution
freed: jailed
withdrawing: reinforcing
provoked: invited
permission: orders
`);

export const WELL_KNOWN_NAMES: readonly string[] =
  "Iran Iraq Austria Australia Slovakia Slovenia Niger Nigeria Paris Berlin London Moscow Beijing Merkel Macron Obama Clinton Biden Thatcher Gorbachev Mandela Zelensky Putin Lukashenko Erdogan Russia Ukraine Belarus Poland China France Germany Spain Canada Kyiv Minsk Warsaw Boris Angela Barack Vladimir".split(
    " ",
  );

export const WELL_KNOWN_PEOPLE: readonly string[] = [
  "Angela Merkel",
  "Barack Obama",
  "Emmanuel Macron",
  "Margaret Thatcher",
  "Nelson Mandela",
  "Mikhail Gorbachev",
  "Vladimir Putin",
  "Jacinda Ardern",
];

/** Slips that are words too: whether someone misspelt or changed them, nobody can tell. */
export const COMMON_SLIPS: ReadonlySet<string> = new Set(
  "than then were where form from loose lose quite quiet their there they're your you're its it's to too two of off who whose whom weather whether affect effect accept except though through thorough trough lead led past passed advice advise breath breathe choose chose".split(
    " ",
  ),
);
