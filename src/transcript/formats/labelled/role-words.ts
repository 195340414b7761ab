import type { Role } from "../../interview.ts";

const ASKING =
  "q question questioner interviewer int interviewers host hosts co-host cohost moderator anchor presenter reporter reporters journalist correspondent press facilitator examiner prosecutor caller questioner;" +
  "frage interviewerin moderatorin journalistin reporterin gastgeber;" +
  "вопрос интервьюер ведущий ведущая корреспондент корр журналист журналистка модератор репортёр репортер питання ведуча кореспондент;" +
  "pregunta entrevistador entrevistadora periodista presentador presentadora moderadora moderador;" +
  "pergunta repórter jornalista apresentador apresentadora;" +
  "journaliste intervieweur intervieweuse animateur animatrice présentateur présentatrice modérateur modératrice;" +
  "domanda intervistatore intervistatrice giornalista conduttore conduttrice moderatore moderatrice;" +
  "vraag interviewster presentator pytanie dziennikarz dziennikarka prowadzący soru spiker sunucu fråga spørsmål kysymys;" +
  "ερώτηση ερωτηση δημοσιογράφος δημοσιογραφος παρουσιαστής συντονιστής;" +
  "السؤال سؤال س المذيع المذيعة المحاور المحاورة الصحفي الصحفية מראיין מראיינת שאלה;" +
  "问 問 记者 記者 主持人 提问 採訪者 采访者 聞き手 司会 質問 インタビュアー 질문 기자 진행자 사회자 문";
const ANSWERING =
  "a answer interviewee guest guests respondent witness informant participant subject panelist panellist candidate deponent;" +
  "antwort befragter befragte gast interviewpartner;" +
  "ответ гость гостья собеседник респондент відповідь гість;" +
  "respuesta entrevistado entrevistada invitado invitada resposta convidado convidada;" +
  "réponse invité invitée interviewé interviewée;" +
  "risposta intervistato intervistata ospite antwoord geïnterviewde odpowiedź gość cevap konuk svar vastaus;" +
  "απάντηση απαντηση καλεσμένος συνεντευξιαζόμενος;" +
  "الجواب جواب ج الضيف الضيفة מרואיין מרואיינת תשובה;" +
  "答 嘉宾 嘉賓 受访者 受訪者 回答 ゲスト 답변 게스트 답";
const NEITHER =
  "operator clerk announcer videographer interpreter translator voice-over voiceover stenographer bailiff";

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/[\s;]+/u));
}

const ROLES: readonly (readonly [Role, ReadonlySet<string>])[] = [
  ["interviewer", wordsOf(ASKING)],
  ["guest", wordsOf(ANSWERING)],
  ["other", wordsOf(NEITHER)],
];
/** Behind a name only these say what somebody does here: a correspondent may be the one who is asked. */
const DESCRIBED: ReadonlyMap<string, Role> = new Map([
  ...[
    "host",
    "co-host",
    "cohost",
    "moderator",
    "interviewer",
    "anchor",
    "presenter",
    "ведущий",
    "ведущая",
    "moderatorin",
  ].map((word) => [word, "interviewer"] as const),
  ...[
    "guest",
    "witness",
    "panelist",
    "panellist",
    "interviewee",
    "respondent",
    "гость",
    "gast",
    "invitado",
    "invitada",
  ].map((word) => [word, "guest"] as const),
]);
/** Single letters mean something as a pair alone: "P" may be Paul, "R" Rosa. */
const PAIRS: readonly (readonly [asks: string, answers: string])[] = [
  ["q", "a"],
  ["в", "о"],
  ["п", "в"],
  ["p", "r"],
  ["q", "r"],
  ["d", "r"],
  ["f", "a"],
  ["s", "c"],
  ["v", "a"],
  ["e", "a"],
  ["ε", "α"],
];
/** Shown as names these would say nothing: "Q said". */
const BARE = new Set(
  "q a question answer frage antwort вопрос ответ pregunta respuesta pergunta resposta réponse domanda risposta vraag antwoord pytanie odpowiedź ερώτηση απάντηση سؤال جواب السؤال الجواب س ج 问 答 問 질문 답변 문 답".split(
    " ",
  ),
);

/** What a voice's own name says it does: "Interviewer", "Ann Vale (host)", "Reporter 2"; null when it says nothing. */
export function roleOfLabel(voice: string): Role | null {
  const folded = voice
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[.:*_]/gu, "")
    .trim();
  const plain = folded.replace(/^(?:the|der|die|das|el|la|le|the next)\s+/u, "");
  const numbered = plain.replace(/\s*(?:#|no\s*)?\d{1,3}$/u, "").trim();
  const single = /^\p{L}$/u.test(numbered) && !/^[qсسج]$/u.test(numbered);
  for (const [role, words] of ROLES) if (!single && words.has(numbered)) return role;
  if (
    /^(?:unidentified |female |male )?(?:audience member|audience|reporter|questioner|journalist)\b/u.test(
      plain,
    )
  )
    return "interviewer";
  if (/^(?:madam |mr |ms )?(?:chair|chairman|chairwoman|chairperson)\b/u.test(plain)) return "interviewer";
  const described = /[,(–—-]\s*(.+?)\)?$/u.exec(folded)?.[1] ?? "";
  return (
    described
      .split(/[\s,/]+/u)
      .map((word) => DESCRIBED.get(word))
      .find(Boolean) ?? null
  );
}

/** The letters of a file that ask and answer: both of a pair, or "A" where somebody is examined. */
export function rolesOfLetters(voices: readonly string[], isExamination: boolean): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>(isExamination ? [["A", "guest"]] : []);
  const letters = new Map(
    voices.flatMap((voice) => {
      const letter = voice
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[.:*_\s]/gu, "");
      return /^\p{L}$/u.test(letter) ? [[letter, voice] as const] : [];
    }),
  );
  for (const [asks, answers] of PAIRS) {
    const [asking, answering] = [letters.get(asks), letters.get(answers)];
    if (asking === undefined || answering === undefined) continue;
    roles.set(asking, "interviewer");
    roles.set(answering, "guest");
    break;
  }
  return roles;
}

/** True for a label that is no name: nobody would be quoted as "Q". */
export function isBareRole(voice: string): boolean {
  return BARE.has(
    voice
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[.:*_\s]/gu, ""),
  );
}
