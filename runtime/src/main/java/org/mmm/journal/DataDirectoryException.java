package org.mmm.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A data directory cannot be used. The message is one line: what is wrong, with which directory,
 * and the way out.
 */
public final class DataDirectoryException extends JournalException {
  private static final long serialVersionUID = 1L;

  DataDirectoryException(String message) {
    super(message, null);
  }

  private DataDirectoryException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Says in one line why the machine refused to work on {@code directory}. */
  static DataDirectoryException of(Path directory, IOException cause) {
    var reason = reason(cause);
    var way =
        reason.toLowerCase(Locale.ROOT).contains("no space left")
            ? "no space is left on its disk: free some, or name a directory on another disk"
            : isRefusal(cause)
                ? "this user may not write there: give it to user "
                    + System.getProperty("user.name")
                    + ", or name another directory"
                : reason + ": name a directory on a local disk";
    return new DataDirectoryException(
        "data directory " + directory + " cannot be used: " + way, cause);
  }

  private static boolean isRefusal(IOException cause) {
    var reason = reason(cause).toLowerCase(Locale.ROOT);
    return cause instanceof AccessDeniedException
        || cause.getCause() instanceof ReadOnlyFileSystemException
        || reason.contains("not permitted")
        || reason.contains("denied")
        || reason.contains("read-only");
  }

  private static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) return "no file can be made there";
    @Nullable String reason =
        cause instanceof FileSystemException f ? f.getReason() : cause.getMessage();
    return reason == null ? cause.getClass().getSimpleName() : reason;
  }
}
