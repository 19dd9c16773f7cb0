package org.mmm.world;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.CborSerializable;
import org.mmm.pa.PaStatus;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * How far a world has come.
 *
 * @param file the file that is the world; null before the first
 * @param done what has come true, by name, with the hash of what was said of it
 * @param lastSeq the number of the latest statement
 * @param stopped why it does not go on; null if nothing was refused
 * @param statements what is still to come true: worked out from the file, and not stored
 */
public record WorldState(
    @Nullable WorldFile file,
    HashPMap<String, String> done,
    long lastSeq,
    PaStatus.@Nullable Err stopped,
    @JsonIgnore List<Statement> statements)
    implements CborSerializable {
  static final WorldState EMPTY = new WorldState(null, HashTreePMap.empty(), 0, null, List.of());

  @JsonCreator
  static WorldState of(
      @JsonProperty("file") @Nullable WorldFile file,
      @JsonProperty("done") Map<String, String> done,
      @JsonProperty("lastSeq") long lastSeq,
      @JsonProperty("stopped") PaStatus.@Nullable Err stopped) {
    HashPMap<String, String> before = HashTreePMap.from(done);
    return new WorldState(file, before, lastSeq, stopped, left(file, before));
  }

  WorldState apply(WorldEvent event) {
    if (event instanceof WorldEvent.Began e) {
      return new WorldState(e.file(), done, lastSeq, null, left(e.file(), done));
    }
    if (event instanceof WorldEvent.Applied e) {
      List<Statement> rest = statements.subList(1, statements.size());
      return new WorldState(file, done.plus(e.name(), e.digest()), e.seq(), null, rest);
    }
    WorldEvent.Stopped e = (WorldEvent.Stopped) event;
    return new WorldState(file, done, e.seq(), e.status(), statements);
  }

  /** What comes next; empty when all is done or something was refused. */
  Optional<Statement> next() {
    return stopped != null || statements.isEmpty()
        ? Optional.empty()
        : Optional.of(statements.get(0));
  }

  /** How many statements are still to come true. */
  int left() {
    return statements.size();
  }

  boolean complete() {
    return file != null && statements.isEmpty();
  }

  private static List<Statement> left(@Nullable WorldFile file, Map<String, String> done) {
    return file == null
        ? List.of()
        : Statements.of(file).stream().filter(s -> !done.containsKey(s.name())).toList();
  }
}
