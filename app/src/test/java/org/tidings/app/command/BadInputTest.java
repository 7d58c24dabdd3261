package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.DriverManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Start;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SecretFile;
import org.tidings.feed.Bounds;

/// What is wrong with a folder or a machine is told in one sentence, and nothing is lost.
@Timeout(120)
class BadInputTest extends AtAShell {
  @BeforeEach
  void writeOnePost() {
    shell.type("publish", "--content", "{\"type\":\"post\",\"text\":\"kept\"}");
  }

  @Test
  void aDamagedSecretIsLeftAsItIs() throws Exception {
    Path secret = shell.folder().resolve("secret");
    Path kept = Files.copy(secret, temp.resolve("kept"));
    Files.delete(secret);
    Files.writeString(secret, "# this is no key");

    assertThat(shell.type("publish", "no").refusal()).contains("secret");
    assertThat(shell.type("whoami").refusal()).contains("secret");

    assertThat(secret).hasContent("# this is no key");
    Files.move(kept, secret, StandardCopyOption.REPLACE_EXISTING);
    nothingIsLost();
  }

  @Test
  void aForeignSecretIsNotMixedWithThisFeed() throws Exception {
    Path secret = shell.folder().resolve("secret");
    Path kept = Files.copy(secret, temp.resolve("kept"));
    Files.delete(secret);
    SecretFile.create(secret, KeyPair.generate(new SecureRandom()));

    for (String command : new String[] {"whoami", "status", "log", "headless"}) {
      assertThat(shell.type(command).refusal()).contains("another identity");
    }
    assertThat(shell.type("publish", "no").refusal()).contains("another identity");

    Files.move(kept, secret, StandardCopyOption.REPLACE_EXISTING);
    nothingIsLost();
  }

  @Test
  void aMissingSecretIsNotReplacedByANewOne() throws Exception {
    Path secret = shell.folder().resolve("secret");
    Path kept = Files.move(secret, temp.resolve("kept"));

    assertThat(shell.type("status").refusal()).contains("secret");

    assertThat(secret).doesNotExist();
    Files.move(kept, secret);
    nothingIsLost();
  }

  @Test
  void aNewerDatabaseIsLeftAlone() throws Exception {
    Path database = shell.folder().resolve("tidings.sqlite");
    setSchema(database, 9_999);
    byte[] before = Files.readAllBytes(database);

    assertThat(shell.type("publish", "no").refusal()).contains("newer");

    assertThat(Files.readAllBytes(database)).isEqualTo(before);
  }

  @Test
  void aFolderInUseIsNotOpenedASecondTime() throws Exception {
    DataFolder folder = DataFolder.at(shell.folder(), shell.places().state());
    Start start = new Start(NetworkKey.MAIN, new Start.Reach.Offline(true), Bounds.USUAL);
    try (Access running = Access.to(folder, start)) {
      assertThat(running).isInstanceOf(Access.Owned.class);

      assertThat(shell.type("headless", "--port", "0").refusal())
          .contains("in use")
          .contains(Long.toString(ProcessHandle.current().pid()));
    }
    nothingIsLost();
  }

  @Test
  void anotherNetworkThanTheRunningOneIsRefused() throws Exception {
    DataFolder folder = DataFolder.at(shell.folder(), shell.places().state());
    Start start = new Start(NetworkKey.MAIN, new Start.Reach.Offline(true), Bounds.USUAL);
    try (Access running = Access.to(folder, start)) {
      assertThat(running).isInstanceOf(Access.Owned.class);
      String other = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

      assertThat(shell.type("status", "--network-key", other).refusal()).contains("network");
      assertThat(shell.type("status", "--json").code()).isZero();
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());

      assertThat(
              shell.type("headless", "--no-lan", "--host", "127.0.0.1", "--port", port).refusal())
          .startsWith("tidings: Port " + port + " at 127.0.0.1 cannot be used: ")
          .doesNotEndWith("..");
    }
    nothingIsLost();
  }

  @Test
  void anAddressNobodyKnowsIsNamed() {
    assertThat(shell.type("headless", "--no-lan", "--host", "nowhere.invalid").refusal())
        .contains("nowhere.invalid");
  }

  @Test
  void settingsThatMakeNoSenseCountAsNotSet() throws Exception {
    Files.writeString(
        shell.folder().resolve("settings.json"), "{\"hops\":-1,\"port\":123456,\"lan\":7}");

    nothingIsLost();
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefused() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "mine");

    assertThat(shell.type("--data", file.toString(), "status").refusal()).contains("not a folder");
    assertThat(file).hasContent("mine");
    Path below = file.resolve("below");
    assertThat(shell.type("--data", below.toString(), "publish", "no").refusal())
        .containsOnlyOnce(below.toString());
  }

  @Test
  void settingsThatCannotBeReadAreLeftAlone() throws Exception {
    Path settings = Files.writeString(shell.folder().resolve("settings.json"), "{");

    assertThat(shell.type("status").refusal()).contains("settings.json");
    assertThat(settings).hasContent("{");
  }

  private void nothingIsLost() {
    assertThat(shell.type("status", "--json").json().number("messages")).hasValue(1);
  }

  private static void setSchema(Path database, int version) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement()) {
      statement.execute("UPDATE schema_versions SET version = " + version);
    }
  }
}
