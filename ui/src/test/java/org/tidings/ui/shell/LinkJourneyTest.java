package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.ui.Fx;
import org.tidings.ui.navigation.Place;

/// What a person meets who follows links in posts, which may lead anywhere.
@Tag("journey")
class LinkJourneyTest {
  private static final String QUESTION = "Open this page in your browser?";

  private final SomeFeed mara = SomeFeed.of("Mara");
  private OpenShell window;

  @BeforeEach
  void open(@TempDir Path folder) {
    window = new OpenShell(folder);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void read(String text) {
    var post = mara.post(text);
    window.test().receive(mara);
    window.go(new Place.InThread(post.id()));
  }

  @Test
  void whereALinkLeadsIsShownBeforeItIsFollowed() {
    read("Log in at [https://bank.example](https://evil.example/bank), it is urgent");
    window.click("https://bank.example");
    window.reads(QUESTION);
    window.reads("https://evil.example/bank");
    window.click("Cancel");
    window.readsNoMore(QUESTION);
    assertThat(window.test().visited()).isEmpty();
    window.click("https://bank.example");
    window.reads(QUESTION);
    window.press(KeyCode.ESCAPE);
    window.readsNoMore(QUESTION);
    assertThat(window.test().visited()).isEmpty();
    window.click("https://bank.example");
    window.click("Open");
    window.readsNoMore(QUESTION);
    assertThat(window.test().visited()).containsExactly("https://evil.example/bank");
  }

  @Test
  void whatWouldRunOrOpenAFileIsNoLink() {
    read(
        "A [prize](javascript:alert(1)), a [list](file:///etc/passwd), a"
            + " [page](https://a.example)");
    assertThat(window.canClick("page")).isTrue();
    assertThat(window.canClick("prize")).isFalse();
    assertThat(window.canClick("list")).isFalse();
  }

  @Test
  void aPictureOnTheWebIsALinkAndNeverFetched() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext("/", exchange -> asked.incrementAndGet());
    web.start();
    String picture = "http://127.0.0.1:" + web.getAddress().getPort() + "/wreck.png";
    read("Look ![the wreck](" + picture + ") and ![one more][it]\n\n[it]: " + picture);
    window.click("the wreck");
    window.reads(QUESTION);
    window.reads(picture);
    window.press(KeyCode.ESCAPE);
    window.go(new Place.Profile(mara.id()));
    window.click("Pictures");
    window.reads("No pictures yet");
    Fx.settle();
    web.stop(0);
    assertThat(asked).hasValue(0);
  }
}
