package org.tidings.ui.shell;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.blob.BlobStore;
import org.tidings.feed.content.About;
import org.tidings.feed.content.Post;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.picture.Embedded;
import org.tidings.ui.picture.SomePictures;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;

/// Draws posts, people and drafts with pictures into `target/screenshots`.
@Tag("screenshots")
class PictureScreenshotsTest {

  @TempDir Path folder;

  private TestWorkspace test;
  private SomeCircle circle;

  @BeforeEach
  void open() throws Exception {
    test = new TestWorkspace(folder.resolve("tidings"), FxThread::run);
    circle = SomeCircle.in(test);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void withPictures(ThemeChoice theme) throws Exception {
    faces();
    DrawnWindow window = Fx.get(() -> new DrawnWindow(test, theme));
    for (int count = 1; count <= 6; count++) {
      draw(window, "pictures-" + count, circle.mara.write(Post.root(several(count)).toJson()));
    }
    draw(window, "pictures-portrait", circle.jonas.post("![a lighthouse](" + add(300, 700) + ")"));
    draw(window, "pictures-small", circle.jonas.post("![an icon](" + add(64, 64) + ")"));
    draw(window, "pictures-missing", circle.mara.post(missing()));
    draw(window, "pictures-file", circle.mara.post(files()));
    window.draw("pictures-home", new Place.Home());
    window.draw("pictures-profile", new Place.Profile(circle.mara.id()));
    window.press("Pictures");
    window.rest();
    window.draw("pictures-gallery", new Place.Profile(circle.mara.id()));
    window.zoom(theme, 200);
    window.resize(960, DrawnWindow.HEIGHT);
    window.draw("pictures-gallery-large", new Place.Profile(circle.mara.id()));
    window.zoom(theme, 100);
    window.resize(DrawnWindow.WIDTH, DrawnWindow.HEIGHT);
    window.draw("pictures-gallery-none", new Place.Profile(circle.kenji.id()));
    window.press("Pictures");
    window.draw("pictures-gallery-none");
    look(window);
    compose(window);
    window.close();
  }

  @Test
  void galleriesFromRightToLeft() throws Exception {
    Texts.speak(Language.ARABIC);
    try {
      faces();
      for (SomeFeed who : List.of(circle.longName, circle.jonas, circle.amira)) {
        for (int count = 1; count <= 6; count++) {
          who.write(Post.root(several(count)).toJson());
        }
        test.receive(who);
      }
      DrawnWindow window = Fx.get(() -> new DrawnWindow(test, ThemeChoice.LIGHT));
      drawGallery(window, "long", circle.longName);
      drawGallery(window, "emoji", circle.jonas);
      window.zoom(ThemeChoice.LIGHT, 200);
      window.resize(960, DrawnWindow.HEIGHT);
      drawGallery(window, "large", circle.amira);
      window.close();
    } finally {
      Texts.speak(Language.ENGLISH);
    }
  }

  private static void drawGallery(DrawnWindow window, String name, SomeFeed whose) {
    window.draw("pictures-arabic-profile-" + name, new Place.Profile(whose.id()));
    window.press(Texts.of("profile.pictures"));
    window.rest();
    window.draw("pictures-arabic-gallery-" + name);
  }

  private void look(DrawnWindow window) throws Exception {
    Embedded wreck = Embedded.of(BlobLink.to(add(1600, 1000)), "The old wreck at low water");
    Embedded other = Embedded.of(BlobLink.to(BlobId.of(new byte[32])), "");
    Fx.run(() -> test.workspace().album().lightbox().open(List.of(wreck, other), 0));
    window.rest();
    window.draw("lightbox", new Place.Home());
    window.press("Closer");
    window.press("Closer");
    window.draw("lightbox-closer", new Place.Home());
    window.press("Next picture");
    window.rest();
    window.draw("lightbox-missing", new Place.Home());
    window.press("Close");
  }

  private void compose(DrawnWindow window) throws Exception {
    window.draw("compose-pictures", new Place.Compose());
    window.write("Walked out to the **old wreck** at low water.");
    byte[] picture = SomePictures.file(SomePictures.landscape(800, 500, 3), "jpg");
    byte[] paper = new byte[120_000];
    test.dialogs()
        .pick(
            Files.write(folder.resolve("wreck.jpg"), picture),
            Files.write(folder.resolve("tides of the year.pdf"), paper));
    window.press("Add pictures or files");
    window.rest();
    window.draw("compose-pictures", new Place.Compose());
    window.draw("profile-edit-pictures", new Place.Profile(test.workspace().self()));
    window.press("Edit profile");
    window.press("Choose a picture");
    window.rest();
    window.draw("profile-edit-pictures", new Place.Profile(test.workspace().self()));
  }

  private void draw(DrawnWindow window, String name, Message post) {
    test.receive(circle.mara, circle.jonas);
    window.draw(name, new Place.InThread(post.id()));
    window.rest();
    window.draw(name, new Place.InThread(post.id()));
  }

  private String several(int count) throws Exception {
    StringBuilder text =
        new StringBuilder("Nine days at sea, in so many pictures as there was light.\n\n");
    for (int i = 0; i < count; i++) {
      text.append("![day ").append(i + 1).append("](").append(add(900, 600 + i)).append(")\n");
    }
    return text.toString();
  }

  private static String missing() {
    BlobId one = BlobId.of(Sha256.of(new byte[] {1}));
    BlobId two = BlobId.of(Sha256.of(new byte[] {2}));
    return "Two that are not here\n\n![the harbour at dawn](" + one + ")\n![](" + two + ")";
  }

  private String files() throws Exception {
    byte[] bytes = "%PDF".repeat(30_000).getBytes(StandardCharsets.US_ASCII);
    BlobId blob = blobs().add(new ByteArrayInputStream(bytes)).id();
    return "The tides of the year:\n\n[tides of the year.pdf]("
        + blob
        + ")\n\n![broken]("
        + blob
        + ")";
  }

  private void faces() throws Exception {
    int number = 0;
    for (SomeFeed one : List.of(circle.mara, circle.jonas, circle.kenji)) {
      one.write(face(one.id(), add(400, 400 + number++)).toJson());
      test.receive(one);
    }
  }

  private static About face(FeedId feed, BlobId image) {
    return new About(feed, Optional.empty(), Optional.of(image), Optional.empty());
  }

  private BlobId add(int width, int height) throws Exception {
    byte[] bytes = SomePictures.file(SomePictures.landscape(width, height, height), "jpg");
    return blobs().add(new ByteArrayInputStream(bytes)).id();
  }

  private BlobStore blobs() {
    return test.workspace().feeds().blobs();
  }
}
