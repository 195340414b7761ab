import { comparedForm } from "./compared-words.ts";
import { NEGATIONS } from "./english/telling-words.ts";

/** As verification compares words: "не" could as well be Latin letters, and is read so on both sides. */
const words = (list: string): ReadonlySet<string> => new Set(list.split(" ").map(comparedForm));

/** Words that deny, by BCP 47 primary subtag: the one kind of change that must be seen in every language. */
const BY_LANGUAGE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["en", NEGATIONS],
  ["de", words("nicht kein keine keinen keinem keiner keines nie niemals nichts niemand weder noch nein")],
  ["es", words("no nunca jamás jamas nada nadie ningún ninguno ninguna ni tampoco sin")],
  ["fr", words("ne n pas jamais non aucun aucune rien personne ni sans nullement")],
  ["it", words("non no mai nessuno nessuna nessun niente nulla né senza")],
  ["nl", words("niet geen nooit niets niemand nee noch zonder")],
  ["pl", words("nie nigdy nic nikt żaden żadna żadne ani bez")],
  ["pt", words("não nao nunca jamais nada ninguém nenhum nenhuma nem sem")],
  ["ru", words("не нет ни никогда ничего никто никого нельзя без")],
  ["sv", words("inte ej icke aldrig ingen inget inga nej utan")],
  ["tr", words("değil hayır asla hiç yok")],
  ["uk", words("не ні ані ніколи нічого ніхто нікого немає без")],
]);

export function negationsOf(language: string): ReadonlySet<string> {
  return BY_LANGUAGE.get(language.toLowerCase().split("-")[0] ?? "") ?? new Set();
}
