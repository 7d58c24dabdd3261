package org.tidings.replication.muxrpc;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;

/// What one kind of caller may call: strangers get one such set, our own commands another.
/// Immutable.
public final class Procedures {
  private static final Method MANIFEST = Method.async("manifest");

  private final Map<List<String>, Procedure> byName;

  private final Json manifest;

  private Procedures(Map<List<String>, Procedure> byName, Json manifest) {
    this.byName = byName;
    this.manifest = manifest;
  }

  /// These procedures, and `manifest`, which lists them.
  public static Procedures of(Collection<Procedure> procedures) {
    Map<List<String>, Procedure> byName = new LinkedHashMap<>();
    Json manifest = manifestOf(procedures);
    Stream.concat(
            Stream.of(Procedure.async(MANIFEST, call -> Body.json(manifest))), procedures.stream())
        .forEach(procedure -> byName.put(procedure.method().name(), procedure));
    return new Procedures(byName, manifest);
  }

  /// These procedures, and `manifest`, which lists them.
  public static Procedures of(Procedure... procedures) {
    return of(List.of(procedures));
  }

  /// The names and shapes of all of them, as JavaScript programs want them told.
  public Json manifest() {
    return manifest;
  }

  /// The procedure of that name and shape.
  ///
  /// @throws RpcError in the words of JavaScript peers, when there is none
  Procedure find(List<String> name, CallType type) throws RpcError {
    Procedure found = byName.get(name);
    if (found == null) {
      throw RpcError.notAllowed(String.join(",", name));
    }
    if (found.method().type() != type) {
      throw new RpcError("no " + type.word() + ":" + found.method().joined());
    }
    return found;
  }

  private static Json manifestOf(Collection<Procedure> procedures) {
    Tree tree = new Tree(new LinkedHashMap<>());
    tree.put(MANIFEST.name(), MANIFEST.type());
    procedures.forEach(procedure -> tree.put(procedure.method().name(), procedure.method().type()));
    return tree.json();
  }

  /// Nested names, each a call type in the end.
  private record Tree(Map<String, Object> branches) {
    void put(List<String> name, CallType type) {
      if (name.size() == 1) {
        branches.put(name.getFirst(), type);
        return;
      }
      Object branch =
          branches.computeIfAbsent(name.getFirst(), key -> new Tree(new LinkedHashMap<>()));
      if (branch instanceof Tree tree) {
        tree.put(name.subList(1, name.size()), type);
      }
    }

    Json json() {
      JsonObject.Builder object = JsonObject.builder();
      branches.forEach(
          (name, branch) -> {
            if (branch instanceof Tree tree) {
              object.put(name, tree.json());
            } else if (branch instanceof CallType type) {
              object.put(name, type.word());
            }
          });
      return object.build();
    }
  }
}
