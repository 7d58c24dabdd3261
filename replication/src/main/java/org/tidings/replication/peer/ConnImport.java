package org.tidings.replication.peer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tidings.feed.Feeds;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.transport.IpLiteral;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;

/// Takes the peers that another program on this computer knew into our book: its `conn.json`
/// (protocol 8.4). Much of what stands there others have said, so each entry is looked at by itself
/// and only so many are taken, those that answered first. Used once.
public final class ConnImport {
  private static final String FILE = "conn.json";

  private static final int LARGEST_BYTES = 4 << 20;
  private static final int MOST = 100;

  private static final String NO_LIST = "It lists no peers, or is too large for that.";
  private static final String NO_ADDRESS = "no address that can be called";
  private static final String PASSING = "only there for a while";
  private static final String OTHER_KEY = "another key than its address says";
  private static final String UNWELCOME = "your own, or of somebody you block";
  private static final String TOO_MANY = "more than are taken at once";

  private final PeerBook book;
  private final Predicate<FeedId> isUnwelcome;
  private final List<PeerBook.Entry> added = new ArrayList<>();
  private final SortedMap<String, Integer> refused = new TreeMap<>();
  private int known;

  /// @param isUnwelcome whose addresses are left out
  ConnImport(PeerBook book, Predicate<FeedId> isUnwelcome) {
    this.book = book;
    this.isUnwelcome = isUnwelcome;
  }

  /// Into that book, but for what leads to ourselves or to somebody we block.
  public static ConnImport into(PeerBook book, Feeds feeds) {
    FeedId self = feeds.identity().id();
    return new ConnImport(book, peer -> peer.equals(self) || feeds.graph().hops(peer).isBlocked());
  }

  /// Whether that is such a file, by the name that all programs give it.
  public static boolean isFor(Path file) {
    return file.endsWith(FILE);
  }

  /// What became of the entries.
  ///
  /// @param added those in the book now that were not
  /// @param known how many were in it before
  /// @param refused how many were left out, by the reason in a few words
  public record Result(List<PeerBook.Entry> added, int known, SortedMap<String, Integer> refused) {}

  /// Takes in what stands in the file, which stays as it is.
  ///
  /// @throws IOException with a sentence for people when it cannot be read, or is no such list
  public Result run(Path file) throws IOException {
    List<PeerBook.Entry> usable = new ArrayList<>();
    list(file).forEach((address, about) -> look(address, about).ifPresent(usable::add));
    usable.sort(Comparator.comparingInt(PeerBook.Entry::failures));
    Set<PeerAddress> inBook = new HashSet<>();
    book.entries().forEach(entry -> inBook.add(entry.address()));
    for (PeerBook.Entry entry : usable) {
      if (inBook.add(entry.address())) {
        take(entry);
      } else {
        known++;
      }
    }
    return new Result(List.copyOf(added), known, Collections.unmodifiableSortedMap(refused));
  }

  private static JsonObject list(Path file) throws IOException {
    byte[] text;
    try (InputStream in = Files.newInputStream(file)) {
      text = in.readNBytes(LARGEST_BYTES + 1);
    }
    try {
      Optional<JsonObject> list =
          text.length > LARGEST_BYTES ? Optional.empty() : Json.parse(text).asObject();
      return list.orElseThrow(() -> new IOException(NO_LIST));
    } catch (JsonException damaged) {
      throw new IOException(NO_LIST, damaged);
    }
  }

  private Optional<PeerBook.Entry> look(String address, Json value) {
    JsonObject about = value.asObject().orElse(JsonObject.of());
    Optional<NetAddress> net = NetAddress.parse(address);
    return switch (about.string("type").orElse("")) {
      case "lan", "bt", "dht", "room-attendant", "room-endpoint" -> refuse(PASSING);
      default -> net.isPresent() ? look(net.get(), about) : refuse(NO_ADDRESS);
    };
  }

  private Optional<PeerBook.Entry> look(NetAddress address, JsonObject about) {
    if (isHere(address.host())) {
      return refuse(NO_ADDRESS);
    }
    if (about.string("key").filter(key -> !key.equals(address.id().toString())).isPresent()) {
      return refuse(OTHER_KEY);
    }
    if (isUnwelcome.test(address.id())) {
      return refuse(UNWELCOME);
    }
    boolean isRoom = about.string("type").filter("room"::equals).isPresent();
    return Optional.of(
        new PeerBook.Entry(
            address,
            isRoom ? PeerSession.Path.ROOM : PeerSession.Path.DIRECT,
            about.bool("autoconnect").orElse(true),
            (int) Math.clamp(about.number("failure").orElse(0), 0, 1_000)));
  }

  /// Nobody but ourselves is to be found on this computer.
  private static boolean isHere(String host) {
    return IpLiteral.read(host)
        .map(address -> address.isLoopbackAddress() || address.isAnyLocalAddress())
        .orElseGet(() -> host.equalsIgnoreCase("localhost"));
  }

  private void take(PeerBook.Entry entry) {
    if (added.size() < MOST && book.brought(entry)) {
      added.add(entry);
    } else {
      var _ = refuse(TOO_MANY);
    }
  }

  private Optional<PeerBook.Entry> refuse(String reason) {
    refused.merge(reason, 1, Integer::sum);
    return Optional.empty();
  }
}
