package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderNetwork;
import org.tidings.crypto.handshake.NetworkKey;

class FolderNetworkTest {
  private static final NetworkKey OTHER = NetworkKey.of(new byte[32]);
  private static final String OTHER_KEY = Base64.getEncoder().encodeToString(OTHER.bytes());
  private static final String MAIN_KEY =
      Base64.getEncoder().encodeToString(NetworkKey.MAIN.bytes());

  @TempDir private Path temp;

  @Test
  void aFolderStaysInTheNetworkInWhichItWasBegun() throws Exception {
    Shell shell = new Shell(temp);
    shell.type("publish", "hello", "--network-key", OTHER_KEY);

    assertThat(shell.type("status", "--json").json().number("messages")).hasValue(1);
    assertThat(network(shell)).isEqualTo(OTHER);
    assertThat(shell.type("publish", "again", "--network-key", MAIN_KEY).refusal())
        .contains("another network");
    assertThat(shell.type("status", "--json", "--network-key", OTHER_KEY).json().number("messages"))
        .hasValue(1);
  }

  @Test
  void oneOfTheMainNetworkIsNotOpenedInAnother() throws Exception {
    Shell shell = new Shell(temp);
    shell.type("publish", "hello");

    assertThat(shell.type("publish", "test", "--network-key", OTHER_KEY).refusal())
        .contains("another network");
    assertThat(shell.type("status", "--json").json().number("messages")).hasValue(1);
  }

  /// As those were that had been made before that was noted.
  @Test
  void oneWithoutANoteOpensInTheNetworkThatIsAskedFor() throws Exception {
    Shell shell = new Shell(temp);
    shell.type("publish", "hello");
    Files.delete(shell.folder().resolve("network"));

    assertThat(shell.type("status", "--json", "--network-key", OTHER_KEY).json().number("messages"))
        .hasValue(1);
    assertThat(network(shell)).isEqualTo(NetworkKey.MAIN);
  }

  private static NetworkKey network(Shell shell) throws Exception {
    DataFolder folder = DataFolder.at(shell.folder(), shell.places().state());
    return FolderNetwork.of(folder, Optional.empty());
  }
}
