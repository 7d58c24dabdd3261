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
import java.util.stream.Collectors;
import org.tidings.feed.ref.MessageId;

/// The posts of a thread in an order in which each comes after those its author surely knew; where
/// that leaves a choice, by the time shown, which is never after the arrival, then by claimed time,
/// then by id. Protocol 10.6.
///
/// @param heads the posts of which no other tells that its author knew them
record CausalOrder(List<PostView> posts, List<MessageId> heads) {

  private static final Comparator<PostView> BY_TIME =
      Comparator.<PostView>comparingLong(post -> post.times().shownMs())
          .thenComparingDouble(post -> post.times().claimedMs())
          .thenComparing(post -> post.id().toString());

  static CausalOrder of(List<ThreadPost> thread) {
    Set<MessageId> here = thread.stream().map(post -> post.view().id()).collect(Collectors.toSet());
    Map<MessageId, List<PostView>> answers = new HashMap<>();
    Map<MessageId, Integer> unplaced = new HashMap<>();
    for (ThreadPost post : thread) {
      Set<MessageId> before = new HashSet<>(post.before());
      before.retainAll(here);
      before.forEach(
          id -> answers.computeIfAbsent(id, first -> new ArrayList<>()).add(post.view()));
      unplaced.put(post.view().id(), before.size());
    }
    List<PostView> posts = place(thread.stream().map(ThreadPost::view).toList(), answers, unplaced);
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
}
