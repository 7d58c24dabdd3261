package org.tidings.feed.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidings.feed.log.EarlyMessages;
import org.tidings.feed.store.Tx;

/// Whether what cannot be derived is still of the kind it was written as. A letter changed in a
/// draft is not noticed: nobody else knows what it was. Of a file from an older version what it
/// does not have yet is left out. Stateless.
final class NotesCheck {

  private static final Map<String, String> WRONG = wrong();

  private NotesCheck() {}

  /// What a damaged row of each table looks like.
  private static Map<String, String> wrong() {
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("feeds", "typeof(id) <> 'blob' OR length(id) <> 32 OR kept_by_import NOT IN (0, 1)");
    wrong.put("drafts", "typeof(place) <> 'text' OR typeof(text) <> 'text'");
    wrong.put(
        "peers",
        "length(peer) <> 32 OR autoconnect NOT IN (0, 1)"
            + " OR (address NOT LIKE 'net:%' AND address NOT LIKE 'onion:%')");
    wrong.put(
        "clocks",
        "peer NOT IN (SELECT feed FROM feeds) OR feed NOT IN (SELECT feed FROM feeds) OR value <"
            + " -1");
    wrong.put("read_marks", "length(root) <> 32 OR arrival < 0");
    wrong.put(
        "gate",
        "length(feed) <> 32 OR released < 0 OR hold NOT IN"
            + " ('', 'COPIED', 'RESTORED', 'BEHIND', 'KEY_IN_USE', 'DAMAGED', 'FORKED')");
    wrong.put("fork_proofs", "sequence < 1 OR json_valid(CAST(wire AS TEXT)) = 0");
    wrong.put("outbox", "due < 0 OR length(recipients) % 32 <> 0");
    wrong.put("outbox_posts", "json_valid(content) = 0");
    wrong.put("bookmarks", "length(message) <> 32");
    wrong.put("petnames", "typeof(name) <> 'text' OR feed NOT IN (SELECT feed FROM feeds)");
    wrong.put("muted_feeds", "feed NOT IN (SELECT feed FROM feeds)");
    wrong.put("muted_threads", "length(root) <> 32");
    wrong.put("hidden_words", "typeof(word) <> 'text' OR folded = ''");
    wrong.put("strangers", "length(peer) <> 32 OR ignored NOT IN (0, 1)");
    wrong.put("seen_marks", "arrival < 0");
    wrong.put("blob_notes", "list NOT IN ('want', 'push') OR length(blob) <> 32");
    wrong.put("invites", "length(guest) <> 32 OR uses < 0");
    wrong.put("copies", "length(peer) <> 32 OR told < 0 OR sent < 0");
    wrong.put("departures", "sequence < 1");
    wrong.put("drops", "feed NOT IN (SELECT feed FROM feeds)");
    wrong.put("quarantine", "feed NOT IN (SELECT feed FROM feeds) OR sound < 0");
    return wrong;
  }

  static List<Finding> of(Tx tx) {
    List<Finding> damage = new ArrayList<>();
    WRONG.forEach(
        (table, condition) -> {
          boolean isWrong =
              !Wreck.columns(tx, table).isEmpty()
                  && isThere(tx, "SELECT 1 FROM " + table + " WHERE " + condition + " LIMIT 1");
          if (isWrong || (table.equals("gate") && isGateOdd(tx))) {
            damage.add(new Finding.BrokenNotes(table));
          }
        });
    int early = Wreck.columns(tx, "early").isEmpty() ? 0 : EarlyMessages.damaged(tx).size();
    if (early > 0) {
      damage.add(new Finding.BrokenEarlyPosts(early));
    }
    return damage;
  }

  private static boolean isGateOdd(Tx tx) {
    return !isThere(tx, "SELECT 1 FROM gate")
        || (Wreck.columns(tx, "gate").contains("elsewhere")
            && isThere(tx, "SELECT 1 FROM gate WHERE elsewhere < 0"));
  }

  private static boolean isThere(Tx tx, String sql) {
    return tx.one(sql, row -> true).orElse(false);
  }
}
