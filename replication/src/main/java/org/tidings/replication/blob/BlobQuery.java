package org.tidings.replication.blob;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.BlobId;
import org.tidings.replication.muxrpc.RpcError;

/// What `blobs.get` and `blobs.getSlice` are called with: an id, or an object with the id under one
/// of three names and what is expected of the size. Protocol 7.2.
///
/// @param start the first byte wanted
/// @param end the byte after the last one wanted; beyond the blob for all of it
/// @param size the exact size expected, -1 for any
/// @param max the largest size accepted
record BlobQuery(BlobId blob, long start, long end, long size, long max) {
  private static final List<String> NAMES = List.of("key", "hash", "id");
  private static final long ANY = -1;

  static BlobQuery of(Json argument) throws RpcError {
    return argument.asString().isPresent()
        ? new BlobQuery(id(argument), 0, Long.MAX_VALUE, ANY, Long.MAX_VALUE)
        : of(argument.asObject().orElseThrow(BlobQuery::noBlob));
  }

  private static BlobQuery of(JsonObject options) throws RpcError {
    BlobId blob = id(named(options));
    long start = number(options, "start").orElse(0);
    long end = number(options, "end").orElse(Long.MAX_VALUE);
    if (start < 0 || end < start) {
      throw new RpcError("not a slice: from " + start + " to " + end);
    }
    long size = number(options, "size").orElse(ANY);
    return new BlobQuery(blob, start, end, size, number(options, "max").orElse(Long.MAX_VALUE));
  }

  /// The blob an argument names, by itself or as the `id` of an object.
  static BlobId id(Json argument) throws RpcError {
    return argument
        .asString()
        .or(() -> argument.asObject().flatMap(object -> object.string("id")))
        .flatMap(BlobId::parse)
        .orElseThrow(BlobQuery::noBlob);
  }

  /// Where what is sent of a blob of that size ends.
  ///
  /// @throws RpcError when that is not the size expected
  long endIn(long actual) throws RpcError {
    if (size != ANY && size != actual) {
      throw new RpcError("incorrect file length, requested:" + size + " file was:" + actual);
    }
    if (actual > max) {
      throw new RpcError("blob larger than you wanted");
    }
    return Math.min(end, actual);
  }

  private static Json named(JsonObject options) throws RpcError {
    Stream<Json> given = NAMES.stream().flatMap(name -> options.get(name).stream());
    return given.findFirst().orElseThrow(BlobQuery::noBlob);
  }

  private static OptionalLong number(JsonObject options, String name) {
    OptionalDouble number = options.number(name);
    return number.isPresent() ? OptionalLong.of((long) number.getAsDouble()) : OptionalLong.empty();
  }

  private static RpcError noBlob() {
    return new RpcError("that is not a blob id");
  }
}
