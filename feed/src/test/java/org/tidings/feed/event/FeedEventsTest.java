package org.tidings.feed.event;

import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.tidings.feed.event.FeedEvent.GraphChanged;

class FeedEventsTest {

  @Test
  void aListenerThatUsesUpTheStackKeepsNothingFromTheOthers() {
    try (FeedEvents events = new FeedEvents()) {
      events.subscribe(
          event -> {
            throw new StackOverflowError("as the code of a window might");
          });
      try (EventRecorder others = new EventRecorder(events)) {
        events.tell(new GraphChanged());
        await().until(() -> others.has(GraphChanged.class));
      }
    }
  }
}
