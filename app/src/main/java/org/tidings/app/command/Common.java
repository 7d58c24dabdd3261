package org.tidings.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderException;
import org.tidings.app.folder.FolderNetwork;
import org.tidings.app.folder.Places;
import org.tidings.app.folder.Settings;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Start;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.feed.Bounds;
import org.tidings.feed.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// What every command knows: the common options and the places they lead to. `tidings` itself,
/// without a command, is the window.
@Command(
    name = "tidings",
    sortOptions = false,
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Social life without servers. Without a command: the window; with an ssb: link in place of"
            + " a command, where that leads.")
public final class Common implements Callable<Integer> {
  private final Window window;
  private final Terminal terminal;
  private final Places places;

  private boolean repeatable;
  private Optional<String> link = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "the data folder (default: the system's own place)")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "answer in JSON, one object a line")
  private boolean json;

  @Option(
      names = "--network-key",
      paramLabel = "B64",
      scope = ScopeType.INHERIT,
      description = "the key of another network than the main one")
  private Optional<NetworkKey> network = Optional.empty();

  /// @param places where things are without `--data`
  Common(Window window, Terminal terminal, Places places) {
    this.window = window;
    this.terminal = terminal;
    this.places = places;
  }

  /// Opens the window.
  @Override
  public Integer call() throws Exception {
    return window.open(this);
  }

  /// Where the window is to lead.
  public Optional<String> link() {
    return link;
  }

  void leadTo(String place) {
    link = Optional.of(place);
  }

  Terminal terminal() {
    return terminal;
  }

  /// Whether answers go to a program.
  boolean wantsJson() {
    return json;
  }

  /// Tells what a command came to: in JSON to a program, in words to people.
  void tell(JsonObject object, String sentence) {
    if (json) {
      terminal.json(object);
    } else {
      terminal.say(sentence);
    }
  }

  /// The data folder, made where it is missing.
  public DataFolder folder() throws FolderException {
    return DataFolder.at(path(), places.state());
  }

  /// Whether the data folder is there, and somebody has begun in it.
  boolean isBegun() {
    return DataFolder.isBegunAt(path());
  }

  /// The data folder, for what makes none.
  DataFolder begunFolder() throws FolderException {
    return DataFolder.begunAt(path(), places.state());
  }

  /// Where the data folder is, or would be.
  public Path path() {
    return data.orElse(places.data());
  }

  /// How to open the folder with this much of the network.
  ///
  /// @throws FolderException when it belongs to another network
  public Start start(DataFolder folder, Start.Reach reach, Bounds bounds) throws FolderException {
    return new Start(FolderNetwork.of(folder, network), reach, bounds);
  }

  /// Whether the command under way may begin again where whoever answered it ended before it had:
  /// it only reads, or may be done twice, and has said nothing yet.
  boolean isRepeatable() {
    return repeatable;
  }

  void repeatable(boolean is) {
    repeatable = is;
  }

  /// Access for a command that only reads, which makes no folder, and goes on where nothing can be
  /// written.
  ///
  /// @param answering whether it may take long, so that commands of others are answered meanwhile
  Access accessToRead(boolean answering) throws FolderException, IOException, InterruptedException {
    return accessToRead(begunFolder(), answering);
  }

  /// The same for who we are, which somebody becomes by asking.
  Access accessToBecome() throws FolderException, IOException, InterruptedException {
    return accessToRead(folder(), false);
  }

  private Access accessToRead(DataFolder folder, boolean answering)
      throws FolderException, IOException, InterruptedException {
    Access access = access(folder, new Start.Reach.Reading(answering));
    repeatable = true;
    if (access instanceof Access.Owned(var owner) && owner.feeds().isReadOnly()) {
      terminal.refuse(
          "Nothing can be written in "
              + owner.folder().path()
              + " now: the disk is full, or the folder may only be read. What is there can be read,"
              + " searched and exported to another place.");
    }
    return access;
  }

  /// Access to a data folder in which somebody has begun; none is made.
  Access accessToBegun(Start.Reach reach)
      throws FolderException, IOException, InterruptedException {
    return access(begunFolder(), reach);
  }

  /// Access to the data folder, made where it is missing, by whichever way there is.
  Access access(Start.Reach reach) throws FolderException, IOException, InterruptedException {
    return access(folder(), reach);
  }

  private Access access(DataFolder folder, Start.Reach reach)
      throws FolderException, IOException, InterruptedException {
    repeatable = false;
    Settings settings = Settings.read(folder);
    Access access =
        Access.to(folder, start(folder, reach, settings.bounds()).by(settings.routes()));
    if (access instanceof Access.Attached(var client, var id, var instance)
        && network.isPresent()
        && !NetworkKey.parseBase64(instance.network()).equals(network)) {
      client.close();
      throw new FolderException(
          "The Tidings that has %s open is in another network than --network-key says."
              .formatted(folder.path()));
    }
    return access;
  }
}
