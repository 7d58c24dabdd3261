package org.tidings.feed.index;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.tidings.feed.store.Tx;

/// Everything the indexes say, in words that do not depend on the numbers rows were given: two
/// stores of the same messages say the same. Stateless.
public final class IndexRows {

  private static final List<Table> TABLES =
      List.of(
          table(
              "posts",
              "posts p JOIN threads t USING (thread)",
              "hex(t.root)",
              "p.shown",
              message("p.arrival"),
              feed("p.feed")),
          table(
              "votes",
              "votes",
              "hex(target)",
              feed("votes.feed"),
              message("votes.arrival"),
              "value",
              "expression"),
          table(
              "abouts",
              "abouts",
              feed("subject"),
              feed("author"),
              "name",
              "hex(image)",
              "description"),
          table("described", "described d", feed("d.author"), "named"),
          table("names", "names", "folded", "word", feed("subject"), feed("author")),
          table(
              "contacts",
              "contacts",
              feed("author"),
              feed("contact"),
              "edge",
              "open",
              message("opened"),
              "open_sequence",
              "secret",
              message("hidden"),
              "secret_sequence"),
          table("open_contacts", "open_contacts o", feed("o.author"), "named"),
          table("secret_contacts", "secret_contacts s", feed("s.author"), "named"),
          table("reach", "reach r", feed("r.feed"), "hops"),
          table("channels", "channels", "name", "people"),
          table("channel_words", "channel_words w", "word", channel("w.channel")),
          table("channel_people", "channel_people p", channel("p.channel"), feed("p.feed"), "said"),
          table(
              "channel_posts",
              "channel_posts p",
              channel("p.channel"),
              "shown",
              message("p.arrival"),
              feed("p.feed"),
              "root",
              "last"),
          table(
              "subscriptions",
              "subscriptions s",
              channel("s.channel"),
              feed("s.feed"),
              "subscribed"),
          table("links", "temp.link_words l", "term", message("l.doc")),
          table("own_messages", "own_messages", "target"),
          table("activity", "activity a", "shown", message("a.arrival"), feed("a.feed"), "why"),
          table("stances", "stances s", feed("s.feed"), "target", "shown", message("s.arrival")),
          table("blob_links", "blob_links b", "hex(blob)", message("b.arrival"), feed("b.feed")),
          table("opened", "opened o", message("o.arrival"), "hex(content)"),
          table(
              "private_posts",
              "private_posts p JOIN conversations c USING (conversation)",
              "hex(c.members)",
              "shown",
              message("p.arrival"),
              feed("p.feed"),
              "hex(root)"),
          table(
              "newest_posts",
              "newest_posts n JOIN conversations c USING (conversation)",
              "hex(c.members)",
              feed("n.feed"),
              "shown",
              message("n.arrival")),
          table("feed_sizes", "feed_sizes f", feed("f.feed"), "messages", "bytes", "received"),
          table(
              "search",
              "temp.search_words w",
              "CASE WHEN col = 'facets' AND term GLOB 'f[0-9]*' THEN "
                  + feed("CAST(substr(term, 2) AS INTEGER)")
                  + " ELSE term END",
              message("w.doc"),
              "col",
              "offset"));

  private record Table(String name, String query) {}

  private IndexRows() {}

  private static Table table(String name, String from, String... columns) {
    String words =
        Arrays.stream(columns)
            .map("coalesce(%s, '-')"::formatted)
            .collect(Collectors.joining(" || ' ' || "));
    return new Table(name, "SELECT " + words + " FROM " + from);
  }

  private static String feed(String number) {
    return "(SELECT hex(id) FROM feeds WHERE feed = " + number + ")";
  }

  private static String message(String arrival) {
    return "(SELECT hex(id) FROM messages WHERE arrival = " + arrival + ")";
  }

  private static String channel(String number) {
    return "(SELECT name FROM channels WHERE channel = " + number + ")";
  }

  /// Tells every row with the name of its table, in no particular order.
  public static void each(Tx tx, BiConsumer<String, String> sink) {
    tx.script("CREATE VIRTUAL TABLE temp.search_words USING fts5vocab(main, search, instance)");
    tx.script("CREATE VIRTUAL TABLE temp.link_words USING fts5vocab(main, links, instance)");
    TABLES.forEach(table -> tx.each(table.query, row -> sink.accept(table.name, row.text(1))));
    tx.script("DROP TABLE temp.search_words");
    tx.script("DROP TABLE temp.link_words");
  }
}
