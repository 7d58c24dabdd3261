package org.tidings.ui.post;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.content.Mention;
import org.tidings.feed.content.Post;
import org.tidings.ui.markdown.PicturesIn;
import org.tidings.ui.markdown.TextSetting.Picture;
import org.tidings.ui.picture.Embedded;

/// The pictures and files of a post, with what its mentions say of them. Thread-safe.
///
/// @param mentions what the post says of the blobs in its text
public record PostPictures(List<Mention> mentions) {
  /// What is only linked to is taken for a picture only if its author says so.
  private static final Optional<String> FILE = Optional.of("application/octet-stream");

  public PostPictures {
    mentions = List.copyOf(mentions);
  }

  /// Those that may be pictures, in reading order.
  public static List<Embedded> of(Post post) {
    PostPictures pictures = new PostPictures(post.mentions());
    return PicturesIn.text(post.text()).stream()
        .map(pictures::embedded)
        .filter(Embedded::mayBePicture)
        .distinct()
        .toList();
  }

  /// Some say the key of an encrypted picture only where they mention it.
  Embedded embedded(Picture picture) {
    BlobLink link = picture.blob();
    String words = picture.words();
    Optional<Mention> mention =
        mentions.stream().filter(one -> one.link().equals(link.blob().toString())).findFirst();
    Optional<BlobLink> named = mention.flatMap(one -> BlobLink.of(one.link(), one.query()));
    return new Embedded(
        link.key().isPresent() ? link : named.orElse(link),
        words.isBlank() ? mention.flatMap(Mention::name).orElse("") : words,
        mention.map(Mention::size).orElse(OptionalLong.empty()),
        mention.flatMap(Mention::mediaType).or(() -> picture.linked() ? FILE : Optional.empty()));
  }
}
