package org.tidings.ui.shell;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.feed.content.Post;
import org.tidings.ui.navigation.Place;

/// What a person hears who reads a thread while others answer in it.
@Tag("journey")
class ThreadReadingJourneyTest extends OnSomeCircle {

  @BeforeEach
  void read() {
    window.go(new Place.InThread(circle.harbour()));
    window.reads("Welcome back! Nine days");
  }

  @Test
  void aReplyThatComesIsSaid() {
    double now = (double) window.test().temp().clock().millis();
    Post reply = Post.reply("The kettle is on", circle.harbour(), List.of(circle.harbour()));
    circle.jonas.write(reply.toJson(), now);
    window.test().receive(circle.jonas);
    window.hears("jonas 🌱: The kettle is on");
  }
}
