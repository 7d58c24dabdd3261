package org.tidings.ui.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tidings.feed.index.Absence;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.SideThread;
import org.tidings.feed.index.ThreadView;
import org.tidings.feed.index.Threads;
import org.tidings.feed.ref.FeedId;

/// One row of a thread.
public sealed interface ThreadRow {
  /// The person muted the thread.
  record Quiet() implements ThreadRow {}

  /// A post.
  ///
  /// @param opening whether the thread began with it
  /// @param isNew whether the person had not seen it when they came
  record OfPost(PostView post, boolean opening, boolean isNew) implements ThreadRow {}

  /// The post the thread began with is not shown.
  record OpeningMissing(Absence why) implements ThreadRow {}

  /// A thread that begins at the post above, or at one of those folded there.
  record Side(SideThread thread) implements ThreadRow {}

  /// Posts that are left out because so many newer ones follow.
  ///
  /// @param mayBeShown whether the person can have more of them
  record Older(int count, boolean mayBeShown) implements ThreadRow {}

  /// Posts that are left out because their authors are blocked.
  record Hidden(int count) implements ThreadRow {}

  /// Posts that follow each other, by people whom the person does not want to come across.
  record Muted(List<PostView> posts) implements ThreadRow {
    public Muted {
      posts = List.copyOf(posts);
    }
  }

  /// What stays the same about it while the rest changes.
  default Object key() {
    return switch (this) {
      case OfPost(var post, var _, var _) -> post.id();
      case Side(SideThread thread) -> thread.first();
      case Muted(var posts) -> posts.getFirst().id();
      case Quiet quiet -> quiet;
      case OpeningMissing missing -> OpeningMissing.class;
      case Older older -> Older.class;
      case Hidden hidden -> Hidden.class;
    };
  }

  /// The rows of `thread`, from its beginning on; what the `muted` wrote is folded.
  ///
  /// @param quiet whether the thread itself is muted
  /// @param isNew which posts the person had not seen when they came
  static List<ThreadRow> of(
      ThreadView thread, Set<FeedId> muted, boolean quiet, Predicate<PostView> isNew) {
    List<ThreadRow> rows = new ArrayList<>();
    if (quiet) {
      rows.add(new Quiet());
    }
    thread.absence().ifPresent(why -> rows.add(new OpeningMissing(why)));
    if (thread.older() > 0) {
      rows.add(new Older(thread.older(), thread.posts().size() < Threads.LONGEST));
    }
    List<PostView> folded = new ArrayList<>();
    for (PostView post : thread.posts()) {
      if (muted.contains(post.by().id())) {
        folded.add(post);
      } else {
        fold(thread, rows, folded);
        rows.add(new OfPost(post, post.id().equals(thread.root()), isNew.test(post)));
        addSides(thread, rows, post);
      }
    }
    fold(thread, rows, folded);
    if (thread.hidden() > 0) {
      rows.add(new Hidden(thread.hidden()));
    }
    return rows;
  }

  /// What others say in threads that begin at the folded is not folded with them.
  private static void fold(ThreadView thread, List<ThreadRow> rows, List<PostView> folded) {
    if (!folded.isEmpty()) {
      rows.add(new Muted(folded));
      folded.forEach(post -> addSides(thread, rows, post));
      folded.clear();
    }
  }

  private static void addSides(ThreadView thread, List<ThreadRow> rows, PostView post) {
    thread.sides().stream()
        .filter(side -> side.at().equals(post.id()))
        .forEach(side -> rows.add(new Side(side)));
  }
}
