package org.tidings.app.command;

import java.util.Optional;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.ref.Ref;
import org.tidings.replication.transport.PeerAddress;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/// Reads the words of a command line that stand for something of ours. What cannot be read is wrong
/// usage, told in one sentence.
final class Words {
  private Words() {}

  /// Teaches `line` to read ids, addresses and network keys.
  static void teach(CommandLine line) {
    line.registerConverter(FeedId.class, Words::feed);
    line.registerConverter(MessageId.class, Words::message);
    line.registerConverter(PeerAddress.class, Words::address);
    line.registerConverter(NetworkKey.class, Words::network);
  }

  private static FeedId feed(String text) {
    return found(
        Ref.parse(text).filter(FeedId.class::isInstance).map(FeedId.class::cast),
        text,
        "a feed id such as @…=.ed25519");
  }

  private static MessageId message(String text) {
    return found(
        Ref.parse(text).filter(MessageId.class::isInstance).map(MessageId.class::cast),
        text,
        "a message id such as %…=.sha256");
  }

  private static PeerAddress address(String text) {
    return found(PeerAddress.parse(text), text, "an address such as net:HOST:PORT~shs:KEY");
  }

  private static NetworkKey network(String text) {
    return found(NetworkKey.parseBase64(text), text, "a network key: 32 bytes in Base64");
  }

  private static <T> T found(Optional<T> value, String text, String what) {
    return value.orElseThrow(() -> new TypeConversionException("'" + text + "' is not " + what));
  }
}
