package org.mmm.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.mmm.kernel.CallId;
import org.mmm.kernel.CborSerializable;
import org.mmm.kernel.Name;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * The names of one bucket.
 *
 * @param claims what each was claimed for, and by which Process Action
 */
public record DirectoryState(HashPMap<String, Claim> claims) implements CborSerializable {
  static final DirectoryState EMPTY = new DirectoryState(HashTreePMap.empty());

  /** One name's claim. */
  record Claim(Name as, CallId by) {}

  @JsonCreator
  static DirectoryState of(@JsonProperty("claims") Map<String, Claim> claims) {
    return new DirectoryState(HashTreePMap.from(claims));
  }

  DirectoryState apply(DirectoryEvent event) {
    DirectoryEvent.Claimed e = (DirectoryEvent.Claimed) event;
    return new DirectoryState(claims.plus(e.name(), new Claim(e.as(), e.by())));
  }
}
