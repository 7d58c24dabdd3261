package org.tidings.feed.doctor;

import java.util.List;
import java.util.Map;
import org.tidings.feed.log.ShortFeed;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;

/// Something that is damaged.
public sealed interface Finding {

  /// What it is, in one word, for programs.
  String kind();

  /// What is damaged, for people.
  String sentence();

  /// The file cannot be read as a database, or not all of it.
  record BrokenFile() implements Finding {
    @Override
    public String kind() {
      return "file";
    }

    @Override
    public String sentence() {
      return "Parts of the database file are damaged.";
    }
  }

  /// Messages of feeds are not what was signed, or are gone.
  ///
  /// @param sound up to which sequence each of them is sound
  /// @param names what the feeds are called
  record BrokenFeeds(Map<FeedId, Long> sound, List<String> names) implements Finding {

    public BrokenFeeds {
      sound = Map.copyOf(sound);
      names = List.copyOf(names);
    }

    @Override
    public String kind() {
      return "feeds";
    }

    @Override
    public String sentence() {
      return "Messages of %s are damaged or missing: %s."
          .formatted(Counted.feeds(names.size()), Counted.some(names));
    }
  }

  /// Messages of which the row does not tell any more whose they are, or that they have a place
  /// there. In their feeds they are missing.
  record StrayMessages(int count) implements Finding {
    @Override
    public String kind() {
      return "strays";
    }

    @Override
    public String sentence() {
      return count == 1
          ? "Of one message it cannot be told any more where it belongs."
          : "Of %d messages it cannot be told any more where they belong.".formatted(count);
    }
  }

  /// Messages of feeds are missing, as was known before: they are asked for already.
  ///
  /// @param sound up to which sequence each of them is sound
  /// @param names what the feeds are called
  record AwaitedFeeds(Map<FeedId, Long> sound, List<String> names) implements Finding {

    public AwaitedFeeds {
      sound = Map.copyOf(sound);
      names = List.copyOf(names);
    }

    @Override
    public String kind() {
      return "awaited";
    }

    @Override
    public String sentence() {
      return "What is missing of %s is not here yet: %s."
          .formatted(Counted.feeds(names.size()), Counted.some(names));
    }
  }

  /// Our own feed is shorter here than it is.
  record ShortOwnFeed(ShortFeed feed) implements Finding {
    @Override
    public String kind() {
      return "own";
    }

    @Override
    public String sentence() {
      String known =
          feed.known() > feed.here() ? "; there were at least %d".formatted(feed.known()) : "";
      return here() + known + ". " + feed.held();
    }

    private String here() {
      if (feed.here() == 0) {
        return "Nothing of your own feed is here";
      }
      return feed.here() == 1
          ? "Of your own feed only the first message is here"
          : "Of your own feed only the first %d messages are here".formatted(feed.here());
    }
  }

  /// An index says something else than the log.
  record BrokenIndex(String name) implements Finding {
    @Override
    public String kind() {
      return "index";
    }

    @Override
    public String sentence() {
      return "The index of " + name + " does not say what the messages say.";
    }
  }

  /// What only this store knows (drafts, bookmarks, peers) is not readable in this table.
  record BrokenNotes(String table) implements Finding {
    @Override
    public String kind() {
      return "notes";
    }

    @Override
    public String sentence() {
      return "Some of what is noted in " + table.replace('_', ' ') + " is damaged.";
    }
  }

  /// Posts that were shown before their history are not what was signed, or not of that time.
  record BrokenEarlyPosts(int count) implements Finding {
    @Override
    public String kind() {
      return "early";
    }

    @Override
    public String sentence() {
      return "Recent posts whose history is still arriving are damaged: " + count + ".";
    }
  }

  /// Pictures and files are not what their names say, or cannot be read.
  record BrokenBlobs(List<BlobId> blobs) implements Finding {

    public BrokenBlobs {
      blobs = List.copyOf(blobs);
    }

    @Override
    public String kind() {
      return "blobs";
    }

    @Override
    public String sentence() {
      return blobs.size() == 1
          ? "One picture or file is damaged."
          : blobs.size() + " pictures and files are damaged.";
    }
  }

  /// The key file cannot be read.
  ///
  /// @param sentence why
  record BrokenKey(String sentence) implements Finding {
    @Override
    public String kind() {
      return "key";
    }
  }
}
