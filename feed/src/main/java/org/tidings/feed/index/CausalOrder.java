package org.tidings.feed.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.tidings.feed.content.Place;
import org.tidings.feed.ref.MessageId;

/// The posts of a thread in an order in which each comes after those it names as root or branch;
/// where that leaves a choice, by the time shown, which is never after the arrival, then by claimed
/// time, then by id. Protocol 10.6.
///
/// @param heads the posts no other names
record CausalOrder(List<PostView> posts, List<MessageId> heads) {

  private static final Comparator<PostView> BY_TIME =
      Comparator.<PostView>comparingLong(post -> post.times().shownMs())
          .thenComparingDouble(post -> post.times().claimedMs())
          .thenComparing(post -> post.id().toString());

  static CausalOrder of(List<PostView> thread) {
    Map<MessageId, PostView> here = new HashMap<>();
    thread.forEach(post -> here.put(post.id(), post));
    Map<MessageId, List<PostView>> answers = new HashMap<>();
    Map<MessageId, Integer> unplaced = new HashMap<>();
    for (PostView post : thread) {
      Set<MessageId> named = namedBy(post);
      named.retainAll(here.keySet());
      named.forEach(id -> answers.computeIfAbsent(id, first -> new ArrayList<>()).add(post));
      unplaced.put(post.id(), named.size());
    }
    List<PostView> posts = place(thread, answers, unplaced);
    List<MessageId> heads =
        posts.stream().map(PostView::id).filter(id -> !answers.containsKey(id)).toList();
    return new CausalOrder(posts, heads);
  }

  private static List<PostView> place(
      List<PostView> thread,
      Map<MessageId, List<PostView>> answers,
      Map<MessageId, Integer> unplaced) {
    Queue<PostView> next = new PriorityQueue<>(BY_TIME);
    thread.stream().filter(post -> unplaced.getOrDefault(post.id(), 0) == 0).forEach(next::add);
    List<PostView> posts = new ArrayList<>();
    while (!next.isEmpty()) {
      PostView post = next.remove();
      posts.add(post);
      for (PostView answer : answers.getOrDefault(post.id(), List.of())) {
        if (unplaced.merge(answer.id(), -1, Integer::sum) == 0) {
          next.add(answer);
        }
      }
    }
    return posts;
  }

  private static Set<MessageId> namedBy(PostView post) {
    Place place = post.post().place();
    Set<MessageId> named = new HashSet<>(place.branch());
    place.root().ifPresent(named::add);
    named.remove(post.id());
    return named;
  }
}
