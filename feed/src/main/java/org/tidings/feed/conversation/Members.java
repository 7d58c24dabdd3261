package org.tidings.feed.conversation;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.tidings.feed.ref.FeedId;

/// Who takes part in a conversation: their ids one after the other, in order. Stateless.
final class Members {

  private static final Comparator<FeedId> ORDER =
      (one, other) -> Arrays.compareUnsigned(one.bytes(), other.bytes());

  private static final int ID_BYTES = 32;

  private Members() {}

  static byte[] bytes(Collection<FeedId> members) {
    TreeSet<FeedId> inOrder = new TreeSet<>(ORDER);
    inOrder.addAll(members);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(inOrder.size() * ID_BYTES);
    inOrder.forEach(member -> bytes.writeBytes(member.bytes()));
    return bytes.toByteArray();
  }

  static List<FeedId> parse(byte[] bytes) {
    List<FeedId> members = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += ID_BYTES) {
      members.add(FeedId.of(Arrays.copyOfRange(bytes, at, at + ID_BYTES)));
    }
    return members;
  }
}
