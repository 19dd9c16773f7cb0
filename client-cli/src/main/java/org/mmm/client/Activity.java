package org.mmm.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;

/** Reads the activity log of one Process, page by page, waiting at its end if asked to. */
public final class Activity {
  /** The longest wait of one request that a node grants. */
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private static final int PAGE = 200;

  private final Api api;
  private final String process;
  private final String token;
  private String position;

  /**
   * @param after the position read last; empty for the beginning
   */
  public Activity(Api api, String process, String token, String after) {
    this.api = api;
    this.process = process;
    this.token = token;
    this.position = after;
  }

  /**
   * The next entries; an empty list when there were none within {@code wait}.
   *
   * @param wait rounded up to whole seconds, at most {@link #LONGEST_WAIT}
   */
  public List<JsonNode> next(Duration wait) {
    long seconds = Math.min(LONGEST_WAIT.toSeconds(), wait.plusMillis(999).toSeconds());
    String path =
        "/api/v2.2/processes/"
            + Paths.segment(process)
            + "/activity?limit="
            + PAGE
            + (position.isEmpty() ? "" : "&after=" + Paths.segment(position))
            + (seconds > 0 ? "&wait=" + seconds : "");
    ApiRequest request =
        ApiRequest.get(path, token).within(ApiRequest.TIMEOUT.plusSeconds(seconds));
    JsonNode page = api.call(request).orFail("activity of " + process).body();
    position = Json.text(page, "next", position);
    return Json.list(page, "entries");
  }

  /** The position of the last entry read, to go on from. */
  public String position() {
    return position;
  }
}
