/** Irregular forms → base form, where Snowball's suffix rules can't see the relation. */
export const BASE_FORMS: ReadonlyMap<string, string> = new Map(
  `say said | tell told | give gave given | take took taken | go went gone | come came | get got gotten | see saw seen
  make made | know knew known | think thought | find found | leave left | feel felt | keep kept | begin began begun
  bring brought | write wrote written | hold held | stand stood | hear heard | mean meant | meet met | pay paid
  speak spoke spoken | lead led | grow grew grown | lose lost | fall fell fallen | send sent | build built
  understand understood | draw drew drawn | break broke broken | spend spent | rise rose risen | drive drove driven
  buy bought | wear wore worn | choose chose chosen | sell sold | win won | fight fought | catch caught | teach taught
  eat ate eaten | die dying | lie lying | fly flew flown | throw threw thrown | forget forgot forgotten | steal stole stolen
  sing sang sung | ring rang rung | swim swam swum | drink drank drunk | shoot shot | seek sought | sleep slept
  free freed | flee fled | feed fed | agree agreed | become became | run ran | sit sat | strike struck | swear swore sworn
  tear tore torn | wake woke woken | hide hid hidden | bear bore borne | bind bound | blow blew blown | freeze froze frozen
  shake shook shaken | sink sank sunk | ride rode ridden | lend lent | bend bent | dig dug | sue sued | deal dealt
  person people | man men | woman women | child children | foot feet | life lives | wife wives`
    .split(/[|\n]/u)
    .flatMap((line) => {
      const [base = "", ...forms] = line.trim().split(/\s+/u);
      return forms.map((form): [string, string] => [form, base]);
    }),
);
