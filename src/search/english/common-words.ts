/**
 * Ordinary English words that say little about a subject: the commonest verbs, adverbs, adjectives and nouns,
 * small talk, and words about asking and saying. It stands in for a frequency list of the language, because an
 * archive of one interview can't tell that "really" is common and "Shoigu" rare. Base forms.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `say tell ask speak talk mention comment respond reply answer question explain describe discuss express state claim
  think believe feel know guess mean reckon suppose consider remember forget understand learn hear listen opinion view
  thought thoughts idea word words sentence phrase interview interviewer journalist reporter correspondent presenter
  author writer quote statement response reaction topic subject bit part piece point fact matter story
  go come get give take make let put keep see look find want need try use show seem become happen appear
  turn leave start begin stop end finish stay hold bring set run move work help call like love hate hope wish enjoy
  play watch read write follow change add pick choose wait walk sit stand open close cut catch throw pull push
  spend live die grow lose pass reach raise remain include including continue create allow offer expect decide
  thing things stuff way ways kind kinds sort type case lot lots couple pair side place spot
  time times day days week weeks month months year years morning evening night hour hours minute minutes moment
  now today tonight tomorrow yesterday ago back away first second third last next once twice always sometimes often
  soon later recently currently finally suddenly usually early late
  good nice great fine cool fun favorite favourite best better worse worst bad big small little long short high low
  large huge tiny great new young old right wrong real sure true false own able possible likely whole full main
  different similar certain clear easy hard difficult important interesting single only
  really actually basically exactly probably maybe perhaps simply quite rather pretty almost already instead honest
  honestly literally totally completely obviously clearly truly
  anyway however indeed together especially certainly definitely apparently supposedly
  man men woman person people guy guys someone mister sir dude bro buddy mate friend friends folks lady kid kids
  name names number numbers example reason world life hand head eye face home house room door car
  ok okay well please thanks thank hello hi hey yeah yep nope oh wow lol haha yo gm morning happy welcome
  whatever everything specific detail details information info
  according regarding concerning involve involving everybody`.split(/\s+/u),
);
