package org.tidings.app.command;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.ref.Ref;
import org.tidings.replication.local.InviteQuery;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.replication.transport.SocksProxy;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the words of a command line that stand for something of ours. What cannot be read is wrong
/// usage, told in one sentence. Spaces that were copied along with an id are no part of it.
final class Words {
  /// How ids end, or how links begin.
  private static final Pattern ID = Pattern.compile("\\.(ed25519|sha256)|^[%&]|^ssb:");

  private static final long HIGHEST_PORT = 65_535;
  private static final BigDecimal LONGEST_WAIT = BigDecimal.valueOf(1_000_000_000L);

  private Words() {}

  /// A number of things.
  static final class Count implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return whole(text, Long.MAX_VALUE, "a whole number from 0 on");
    }
  }

  /// How often an invite may be used.
  static final class Uses implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return found(
          whole(text).filter(uses -> uses >= 1 && uses <= InviteQuery.MOST_USES),
          text,
          "a number of uses from 1 to " + InviteQuery.MOST_USES);
    }
  }

  /// A number of steps from friend to friend.
  static final class Steps implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return (int) whole(text, Integer.MAX_VALUE, "a whole number from 0 on");
    }
  }

  /// A TCP port, or 0 for a free one.
  static final class Port implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return (int) whole(text, HIGHEST_PORT, "a port from 0 to 65535");
    }
  }

  /// A time in seconds.
  static final class Seconds implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return found(seconds(text), text, "a number of seconds from 0 on");
    }
  }

  /// Teaches `line` to read ids, addresses and network keys.
  static void teach(CommandLine line) {
    line.registerConverter(FeedId.class, Words::feed);
    line.registerConverter(Person.class, Words::person);
    line.registerConverter(NamedRoom.class, Words::room);
    line.registerConverter(MessageId.class, Words::message);
    line.registerConverter(PeerAddress.class, Words::address);
    line.registerConverter(NetworkKey.class, Words::network);
    line.registerConverter(SocksProxy.class, Words::proxy);
    line.registerConverter(Path.class, Words::path);
  }

  private static FeedId feed(String text) {
    return found(
        Ref.parse(text.strip()).filter(FeedId.class::isInstance).map(FeedId.class::cast),
        text,
        "a feed id such as @…=.ed25519");
  }

  /// What looks like an id has to be one.
  private static Person person(String text) {
    String word = text.strip();
    boolean isName = Ref.parse(word).isEmpty() && !word.isEmpty() && !ID.matcher(word).find();
    return new Person(word, isName ? Optional.empty() : Optional.of(feed(text)));
  }

  private static NamedRoom room(String text) {
    Person named = person(text);
    return new NamedRoom(named.word(), named.id());
  }

  private static MessageId message(String text) {
    return found(
        Ref.parse(text.strip()).filter(MessageId.class::isInstance).map(MessageId.class::cast),
        text,
        "a message id such as %…=.sha256");
  }

  private static PeerAddress address(String text) {
    return found(PeerAddress.parse(text), text, "an address such as net:HOST:PORT~shs:KEY");
  }

  private static NetworkKey network(String text) {
    return found(NetworkKey.parseBase64(text), text, "a network key: 32 bytes in Base64");
  }

  private static SocksProxy proxy(String text) {
    return found(SocksProxy.parse(text), text, "a proxy such as 127.0.0.1:9050");
  }

  /// An empty word would mean the folder we happen to be in.
  private static Path path(String text) {
    return found(Optional.of(text).filter(name -> !name.isEmpty()).map(Path::of), text, "a path");
  }

  private static long whole(String text, long most, String what) {
    return found(whole(text).filter(number -> number >= 0 && number <= most), text, what);
  }

  private static Optional<Long> whole(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException notWhole) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> seconds(String text) {
    try {
      return Optional.of(new BigDecimal(text))
          .filter(seconds -> seconds.signum() >= 0 && seconds.compareTo(LONGEST_WAIT) <= 0)
          .map(seconds -> Duration.ofMillis(seconds.movePointRight(3).longValue()));
    } catch (NumberFormatException notDecimal) {
      return Optional.empty();
    }
  }

  private static <T> T found(Optional<T> value, String text, String what) {
    return value.orElseThrow(() -> new TypeConversionException("'" + text + "' is not " + what));
  }
}
