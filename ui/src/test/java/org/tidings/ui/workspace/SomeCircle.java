package org.tidings.ui.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.About;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// A small circle of friends who write what real people write: long and short, in several scripts,
/// with emoji, lists, quotes, code, links and warnings. We are one of them.
public final class SomeCircle {
  public final SomeFeed mara = SomeFeed.of("Mara");
  public final SomeFeed jonas = SomeFeed.of("Jonas");
  public final SomeFeed amira = SomeFeed.of("Amira");
  public final SomeFeed kenji = SomeFeed.of("Kenji");
  public final SomeFeed longName = SomeFeed.of("long");
  private final Instant now;
  private final Message harbour;

  private SomeCircle(Instant now) {
    this.now = now;
    introduce();
    meetOthers();
    write();
    harbour = comeBack();
    answer();
  }

  /// Puts the circle into a workspace; we follow all of them, and Mara and Jonas follow us.
  public static SomeCircle in(TestWorkspace test) throws PublishRefused {
    SomeCircle circle = new SomeCircle(test.temp().clock().instant());
    var publisher = test.workspace().feeds().publisher();
    publisher.publish(About.name(test.workspace().self(), "Lena").toJson());
    for (SomeFeed friend : circle.all()) {
      publisher.publish(Contact.follow(friend.id()).toJson());
    }
    circle.mara.follow(test.workspace().self());
    circle.jonas.follow(test.workspace().self());
    test.receive(circle.all());
    return circle;
  }

  /// The thread about the harbour, the longest there is.
  public MessageId harbour() {
    return harbour.id();
  }

  private SomeFeed[] all() {
    return new SomeFeed[] {mara, jonas, amira, kenji, longName};
  }

  private void introduce() {
    name(mara, "Mara Lindqvist", "Sails, mends engines, writes about neither. Baltic, mostly.");
    name(jonas, "jonas 🌱", "Gardener. Trees are slow posts.");
    name(amira, "أميرة الشريف", "كاتبة ومترجمة");
    name(kenji, "健二", "写真と自転車。");
    name(
        longName,
        "Maximiliana-Alexandrina von Hohenlohe-Waldenburg-Schillingsfürst zu Öhringen 🏰",
        "");
    for (SomeFeed one : all()) {
      for (SomeFeed other : all()) {
        if (one != other) {
          one.write(Contact.follow(other.id()).toJson(), ago(Duration.ofDays(40)));
        }
      }
    }
  }

  private void name(SomeFeed feed, String name, String description) {
    JsonObject about =
        JsonObject.builder()
            .put("type", "about")
            .put("about", feed.id().toString())
            .put("name", name)
            .put("description", description)
            .build();
    feed.write(about, ago(Duration.ofDays(41)));
  }

  /// Of late, some of them follow others, whom we do not know.
  private void meetOthers() {
    SomeFeed ines = SomeFeed.of("Ines");
    mara.name(ines.id(), "Inês 🐚");
    follow(jonas, ines, Duration.ofHours(50));
    follow(mara, ines, Duration.ofHours(60));
    for (String other : List.of("Tom", "Lucía", "Pedro", "Zoë", "Okke")) {
      SomeFeed neighbour = SomeFeed.of(other);
      kenji.name(neighbour.id(), other);
      follow(kenji, neighbour, Duration.ofDays(4));
    }
  }

  private void follow(SomeFeed by, SomeFeed whom, Duration ago) {
    by.write(Contact.follow(whom.id()).toJson(), ago(ago));
  }

  private void write() {
    post(kenji, Duration.ofDays(9), "今日は川沿いを自転車で走った。風が強くて、桜の花びらが道いっぱいに広がっていた。🚴🌸");
    post(
        amira,
        Duration.ofDays(3),
        "صباح الخير! ترجمتُ اليوم قصيدة قصيرة عن البحر، وسأشاركها معكم مساءً. 🌊");
    post(
        longName,
        Duration.ofDays(2),
        """
        ## Three ways to keep a castle warm

        1. Do not own a castle
        2. Own a *small* castle
        3. ~~Heat it~~ Wear wool

        > A draught is only a breeze that has moved in.

        More at https://example.org/castles\
        """);
    warned(jonas, Duration.ofHours(30), "Spoilers: the last episode", "The tree did it.");
    post(
        jonas,
        Duration.ofHours(9),
        "Planted forty saplings today, with a school class that had never held a spade. By the"
            + " third row they were racing. One girl named hers *Kevin*. 🌳\n\n"
            + "What I used for the rows:\n\n"
            + "```\n"
            + "spacing = 2.5 m\n"
            + "rows = 8, five each\n"
            + "```");
  }

  private Message comeBack() {
    return post(
        mara,
        Duration.ofHours(5),
        "Back in harbour after nine days without any network at all. Wrote every evening, read"
            + " what I had along, and an hour ago in the café everything came in and went out"
            + " at once. It still feels like magic that **nothing was lost**. ⛵");
  }

  private void answer() {
    Message first =
        reply(
            jonas,
            Duration.ofHours(4),
            "Welcome back! Nine days, and your posts arrived here in the right order, as if you had"
                + " only been next door.",
            harbour);
    Message second = reply(kenji, Duration.ofMinutes(200), "おかえりなさい！写真も楽しみにしています 📷", first);
    reply(amira, Duration.ofMinutes(95), "الحمد لله على السلامة", second);
    reply(
        mara,
        Duration.ofMinutes(12),
        "Thank you all 💙 Photos tomorrow, the sea was flat as glass on Tuesday.",
        second);
    like(jonas);
    like(amira);
    like(kenji);
  }

  private Message post(SomeFeed by, Duration ago, String text) {
    return by.write(JsonObject.builder().put("type", "post").put("text", text).build(), ago(ago));
  }

  private void warned(SomeFeed by, Duration ago, String warning, String text) {
    by.write(
        JsonObject.builder()
            .put("type", "post")
            .put("text", text)
            .put("contentWarning", warning)
            .build(),
        ago(ago));
  }

  private Message reply(SomeFeed by, Duration ago, String text, Message branch) {
    return by.write(
        JsonObject.builder()
            .put("type", "post")
            .put("text", text)
            .put("root", harbour.id().toString())
            .put("branch", branch.id().toString())
            .build(),
        ago(ago));
  }

  private void like(SomeFeed by) {
    by.vote(harbour.id(), 1);
  }

  private double ago(Duration ago) {
    return (double) now.minus(ago).toEpochMilli();
  }

  /// Somebody in the circle.
  public FeedId someone() {
    return mara.id();
  }
}
