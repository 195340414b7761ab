/**
 * Everyday words of nearly the same meaning in talk about people and public affairs. Small and general on
 * purpose: each group should hold in any interview. A match by synonym counts less than the word itself.
 */
export const SYNONYMS: readonly (readonly string[])[] = `
nuke nuclear
nuke warhead weapon
weapon arms
missile rocket
bomb explosive
soldier troop army force military
war conflict fighting
battle fight combat
attack invade invasion assault strike
defend protect defence
drill exercise manoeuvre
enemy opponent rival foe
peace ceasefire truce
agreement deal treaty pact
talks negotiation
meeting summit
border frontier
area territory region land
town city
country nation state
abroad foreign
capital city
government authorities regime
president leader ruler
minister secretary
boss chief head
mp lawmaker legislator
diplomat ambassador envoy
vote election ballot
party movement
rule govern
power influence
democracy freedom
protest demonstration rally
protester demonstrator
critic opponent dissident
police officer cop
law legislation
court judge trial
crime offence
jail prison
prisoner inmate detainee
free release liberate
arrest detain
punish penalty
kill murder
die death dead
hurt injure wound
victim casualty
refugee migrant
sick ill
doctor physician medic
disease illness
old elderly
money cash funds
pay salary wage
cost price expense
tax levy
rich wealthy
poor poverty
company firm business
job work career
boss employer
buy purchase
economy economic financial
sanction embargo
trade export import
oil gas energy
factory plant
school education
student pupil
university college
father dad
mother mum mom
child kid
wife husband spouse
family relatives
friend buddy pal mate ally
neighbour neighbouring
home house
car vehicle
plane aircraft jet
train rail
ship boat vessel
road route
internet online web
newspaper paper press media
movie film
photo picture
song music track
team squad side
win victory
lose defeat loss
game match
allow permit permission consent approve
forbid ban prohibit
begin start launch
end finish stop
leave withdraw depart
arrive come reach
return back
join enter member
call phone ring telephone
talk speak chat conversation
say tell
claim allege allegation
accuse blame accusation
ask request
answer reply response
nonsense rubbish garbage
lie false fake untrue
true real genuine
deny reject refuse
admit confess acknowledge
promise pledge vow
threat threaten warn
help assist support aid
plan intend intention
try attempt
ready prepared willing
decide decision choice
force compel coerce
persuade convince
send dispatch
give provide supply
get receive obtain
keep hold retain
move shift
build construct
destroy ruin demolish
change alter
improve better
grow increase rise
fall decrease drop decline
big large huge
angry furious mad
afraid scared fear
happy glad
sad unhappy
worry concern
hope wish
love like
hate dislike
relation relationship ties
europe eu
america us
west western
church religion faith
climate warming
`
  .trim()
  .split("\n")
  .map((line) => line.split(" "));
