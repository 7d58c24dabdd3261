package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.Procedures;

/// What the command line says of where copies of a post are.
@Timeout(60)
class DeliveryCommandTest {
  @TempDir private Path temp;

  @Test
  void itNamesThoseFollowedWhoHaveIt() throws Exception {
    Shell author = new Shell(temp.resolve("author"));
    Shell friend = new Shell(temp.resolve("friend"));
    String friendId = friend.type("whoami").out().strip();
    author.type("follow", friendId);
    String key = author.type("publish", "hello", "--json").json().string("key").orElseThrow();
    assertThat(author.type("delivery", key).out()).contains("held by 0").contains("never sent");

    try (ChildProcess headless =
        new ChildProcess(
            temp.resolve("author"), "headless", "--host", "127.0.0.1", "--port", "0", "--no-lan")) {
      headless.line();
      friend.type("follow", author.type("whoami").out().strip());
      String address = author.type("status", "--json").json().string("address").orElseThrow();
      assertThat(friend.type("connect", address).code()).isZero();
      assertThat(friend.type("connect", address).code()).isZero();
    }

    JsonObject delivery = author.type("delivery", key, "--json").json();
    assertThat(delivery.array("holders").orElseThrow().toString()).contains(friendId);
    assertThat(delivery.number("lastLeftMs")).isPresent();
    assertThat(author.type("delivery", key).out()).contains("held by 1").contains("last sent");
  }

  /// What is sent is not known to be held before they say so.
  @Test
  void whoWasSentItAndHasNotSaidMoreIsToldApart() throws Exception {
    Shell author = new Shell(temp);
    author.type("whoami");

    assertThat(told(author, 1, 2)).contains("held by 0 you follow; sent to 1 you follow, who has");
    assertThat(told(author, 2, 0))
        .contains("sent to 2 you follow, who have not said yet that they hold it; not known when")
        .doesNotContain("do not follow");
    assertThat(told(author, 0, 3)).contains("held by 0 you follow; held by, or sent to, 3 you do");
  }

  private static String told(Shell author, int sentTo, int others) throws Exception {
    JsonObject delivery =
        JsonObject.builder()
            .put("type", "post")
            .put("sentTo", JsonArray.ofStrings(Collections.nCopies(sentTo, "somebody")))
            .put("others", (double) others)
            .build();
    Procedures procedures =
        Procedures.of(
            Procedure.stream(
                Method.source("tidings.deliveries"),
                (call, stream) -> stream.send(Body.json(delivery))));
    try (FakeOwner owner = new FakeOwner(author.places(), procedures)) {
      String out = author.type("delivery").out();
      owner.leave();
      return out;
    }
  }

  @Test
  void whatIsPrivateIsCalledSo() {
    Shell author = new Shell(temp);
    author.type("private", "--to", author.type("whoami").out().strip(), "psst");

    assertThat(author.type("delivery").lines().getFirst()).endsWith("  private");
  }

  @Test
  void whatCannotBeReadBackIsNotCalledPrivate() throws Exception {
    Shell author = new Shell(temp);
    author.type("publish", "hello");
    Path database = author.folder().resolve("tidings.sqlite");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement()) {
      statement.execute(
          "UPDATE messages SET wire = CAST(substr(wire, 1, length(wire) - 1) || '?' AS BLOB)");
    }

    assertThat(author.type("delivery").lines().getFirst()).endsWith("  damaged");
    assertThat(author.type("delivery", "--json").json().keys()).doesNotContain("type");
  }

  @Test
  void theNewestComeFirstAndOthersMessagesAreNone() {
    Shell author = new Shell(temp);
    author.type("publish", "one");
    String newest = author.type("publish", "two", "--json").json().string("key").orElseThrow();

    assertThat(author.type("delivery", "--json").objects()).hasSize(2);
    assertThat(author.type("delivery", "--limit", "1", "--json").json().string("key"))
        .hasValue(newest);
    assertThat(author.type("delivery", "%" + "A".repeat(43) + "=.sha256").refusal())
        .contains("no message of yours");
  }
}
