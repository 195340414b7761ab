import { defineCommand } from "../src/command/definition.ts";
import { hideOption } from "../src/command/filter-options.ts";
import { emptyArchiveReply } from "../src/command/unanswered.ts";
import { openView } from "../src/reply/open-view.ts";

export const interviews = defineCommand(
  {
    name: "interviews",
    description: "Which interviews there are, who speaks in them and on what",
    options: [hideOption],
  },
  {
    run(_args, desk, surface) {
      if (desk.archive.interviews.length === 0) return emptyArchiveReply();
      return openView(
        { show: "interviews", at: 0 },
        { ...desk, surface, carried: { asked: "", matches: [] } },
      );
    },
  },
);
