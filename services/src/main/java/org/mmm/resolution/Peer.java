package org.mmm.resolution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Another M-Instance.
 *
 * @param perMinute how many Process Actions it may ask a minute; 0: what the settings say
 * @param since when it came to stand so, epoch milliseconds; 0 if the settings alone say it
 * @param by who decided: the operator's words, or the pattern of the settings
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Peer(Standing standing, int perMinute, long since, String by) {
  /** As the Operator API gives it. */
  public ObjectNode json(String id) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("peer", id);
    json.put("standing", standing.word()).put("by", by);
    if (perMinute > 0) json.put("perMinute", perMinute);
    if (since > 0) json.put("since", Instant.ofEpochMilli(since).toString());
    return json;
  }
}
