package org.tidings.ui.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tidings.feed.told.Told;
import org.tidings.replication.local.DamagedFeeds;
import org.tidings.replication.local.FileExport.Written;
import org.tidings.replication.local.FileFault;
import org.tidings.replication.local.Taken;
import org.tidings.ui.common.EngineWords;
import org.tidings.ui.common.Texts;

/// What came of a file of messages, in words. Stateless.
final class TransferWords {
  /// Of reasons, and of people, that are named.
  private static final int MOST = 3;

  private TransferWords() {}

  /// @param withheld how many of our own posts must not leave
  static Transfer.Done saved(Written written, long withheld, String file) {
    List<String> words = new ArrayList<>();
    words.add(Texts.of("transfer.saved", written.messages(), file));
    if (withheld > 0) {
      words.add(Texts.of("transfer.withheld"));
    }
    if (!written.damaged().isEmpty()) {
      words.add(Texts.of("transfer.lacking", lacking(written.damaged().feeds())));
    }
    return new Transfer.Done(words, !written.damaged().isEmpty());
  }

  static Transfer.Done notSaved(String file) {
    return new Transfer.Done(List.of(Texts.of("transfer.notSaved", file)), false);
  }

  static Transfer.Done taken(Taken taken, String file) {
    boolean isNothing = taken.added() + taken.known() == 0 && taken.refusals() > 0;
    List<String> words = new ArrayList<>();
    words.add(
        isNothing
            ? Texts.of("transfer.nothing", file)
            : Texts.of("transfer.added", taken.added(), file));
    if (taken.known() > 0) {
      words.add(Texts.of("transfer.known", taken.known()));
    }
    words.addAll(refused(taken));
    taken.cut().ifPresent(why -> words.add(Texts.of("transfer.cut", EngineWords.of(why))));
    return new Transfer.Done(
        words, isNothing || taken.cut().filter(TransferWords::isFault).isPresent());
  }

  private static boolean isFault(Told cut) {
    return cut.what() != FileFault.STOPPED;
  }

  private static String lacking(List<DamagedFeeds.Feed> feeds) {
    List<String> lacks =
        feeds.stream()
            .limit(MOST)
            .map(feed -> Texts.of("transfer.lacks", (long) feed.messages(), feed.name()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (feeds.size() > MOST) {
      lacks.add(Texts.of("transfer.lacks.more", feeds.size() - MOST));
    }
    return String.join(", ", lacks);
  }

  private static List<String> refused(Taken taken) {
    List<Map.Entry<Told, Long>> most =
        taken.refused().entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .toList();
    List<String> words =
        most.stream()
            .limit(MOST)
            .map(one -> Texts.of("transfer.refused", one.getValue(), EngineWords.of(one.getKey())))
            .collect(Collectors.toCollection(ArrayList::new));
    Optional.of(most.stream().skip(MOST).mapToLong(Map.Entry::getValue).sum())
        .filter(more -> more > 0)
        .ifPresent(more -> words.add(Texts.of("transfer.refused.more", more)));
    return words;
  }
}
