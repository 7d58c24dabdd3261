package org.tidings.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tidings.feed.Feeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.content.Mention;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.PostView;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.picture.SomePictures;

/// Pictures and files that go with a text.
class AttachingTest extends WhileWriting {
  private void attach(String name, byte[] bytes) throws Exception {
    test.dialogs().pick(Files.write(folder.resolve(name), bytes));
    model.attaching().choose();
    screen.until(() -> model.attaching().busyProperty().get() == 0);
  }

  private static byte[] picture() throws Exception {
    return SomePictures.file(SomePictures.landscape(300, 200, 1), "png");
  }

  private List<Attachment> attachments() {
    return model.draft().attachments();
  }

  private Feeds feeds() {
    return test.workspace().feeds();
  }

  private Post published() {
    MessageId id = posted();
    return feeds().threads().of(id).orElseThrow().posts().stream()
        .filter(post -> post.id().equals(id))
        .findFirst()
        .map(PostView::post)
        .orElseThrow();
  }

  @Test
  void aPictureIsPostedBelowTheTextWithWhatItShows() throws Exception {
    model.draft().textProperty().set("Low tide ");
    attach("wreck.png", picture());
    model.attaching().describe(attachments().getFirst().link(), "the [old] wreck");
    Post post = published();
    BlobLink link = BlobLink.parse(post.mentions().getFirst().link()).orElseThrow();
    assertThat(post.text()).isEqualTo("Low tide\n\n![the \\[old\\] wreck](" + link + ")");
    Mention mention = post.mentions().getFirst();
    assertThat(mention.name()).contains("the [old] wreck");
    assertThat(mention.mediaType()).contains("image/png");
    assertThat(mention.size().orElseThrow())
        .isEqualTo(feeds().blobs().size(link.blob()).orElseThrow());
    assertThat(feeds().pushedBlobs().all()).containsExactly(link.blob());
    assertThat(attachments()).isEmpty();
  }

  @Test
  void aPictureAloneIsEnoughForAPost() throws Exception {
    assertThat(model.canPublishProperty().get()).isFalse();
    attach("wreck.png", picture());
    assertThat(model.canPublishProperty().get()).isTrue();
  }

  @Test
  void nobodyIsAskedToTakeWhatIsNotPosted() throws Exception {
    attach("wreck.png", picture());
    assertThat(feeds().pushedBlobs().all()).isEmpty();
  }

  @Test
  void aFileThatIsNoPictureIsLinkedTo() throws Exception {
    attach("tides.pdf", new byte[100]);
    Post post = published();
    assertThat(post.text()).startsWith("[tides.pdf](&");
    assertThat(post.mentions().getFirst().mediaType()).contains("application/pdf");
  }

  @Test
  void whatGoesWithADraftIsThereAgainAfterACrash() throws Exception {
    attach("wreck.png", picture());
    BlobLink link = attachments().getFirst().link();
    model.attaching().describe(link, "the \"old\" wreck");
    screen.until(model.draft().settledProperty()::get);
    List<Attachment> before = List.copyOf(attachments());
    model.close();
    model = compose(Destination.newThread());
    assertThat(attachments()).isEqualTo(before);
    assertThat(feeds().links().isDear(link.blob())).isTrue();
  }

  @Test
  void whatIsRemovedIsNotPosted() throws Exception {
    model.draft().textProperty().set("Low tide");
    attach("wreck.png", picture());
    model.attaching().remove(attachments().getFirst());
    assertThat(published().text()).isEqualTo("Low tide");
  }

  @Test
  void aPictureForSomePeopleIsEncrypted() throws Exception {
    SomeFeed ann = SomeFeed.of("ann");
    test.receive(ann);
    model.close();
    model = compose(Destination.among(Set.of(ann.id())));
    attach("wreck.png", picture());
    BlobLink link = attachments().getFirst().link();
    Post post = published();
    assertThat(link.key()).isPresent();
    assertThat(post.text()).isEqualTo("![](" + link + ")");
    assertThat(BlobLink.of(post.mentions().getFirst().link(), post.mentions().getFirst().query()))
        .contains(link);
    assertThat(feeds().sealedBlobs().read(link).orElseThrow()).startsWith(0x89, 'P', 'N', 'G');
    assertThat(feeds().sealedBlobs().read(BlobLink.to(link.blob())).orElseThrow())
        .isNotEqualTo(feeds().sealedBlobs().read(link).orElseThrow());
  }

  @Test
  void whatCannotBeTakenIsSaidAndTheRestStays() throws Exception {
    model.draft().textProperty().set("Low tide");
    attach("wreck.png", picture());
    attach("holiday.heic", new byte[100]);
    assertThat(test.workspace().notices().problemProperty().get().orElseThrow().sentence())
        .contains("holiday.heic");
    assertThat(attachments()).hasSize(1);
    assertThat(model.canPublishProperty().get()).isTrue();
  }

  @Test
  void aPostTakesNoMoreThanSoMany() throws Exception {
    for (int i = 0; i <= Attaching.MOST; i++) {
      attach("file" + i, new byte[] {(byte) i});
    }
    assertThat(attachments()).hasSize(Attaching.MOST);
    assertThat(test.workspace().notices().problemProperty().get()).isPresent();
  }

  @Test
  void theSamePictureTwiceIsOne() throws Exception {
    attach("wreck.png", picture());
    attach("again.png", picture());
    assertThat(attachments()).hasSize(1);
  }

  @Test
  void aDraftThatCannotBeReadHasNoPictures() {
    assertThat(Attachment.read("[{\"link\":7},{\"link\":\"&no\"},3")).isEmpty();
    assertThat(Attachment.read("[{\"link\":7},{\"link\":\"&no\"},3]")).isEmpty();
    BlobId blob = BlobId.of(new byte[32]);
    assertThat(Attachment.read("[{\"link\":\"" + blob + "\"}]")).hasSize(1);
  }
}
