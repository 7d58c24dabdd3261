package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.json.JsonObject;

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
