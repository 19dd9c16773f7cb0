package org.mmm.live;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mmm.frame.Pose;
import org.mmm.journal.Checkpoints;
import org.mmm.kernel.Attitude;
import org.mmm.rooms.Seat;

/**
 * How things stood in a Room, as a checkpoint keeps it: for each whose way led it elsewhere than to
 * where it was placed. It counts only for the stay and the placement of which it was kept.
 */
final class Positions {
  private static final int VERSION = 1;

  /** More bytes than two IDs and two poses take. */
  private static final int ONE_AT_MOST = 16_384;

  private Positions() {}

  /** How to find where something stands; null if it is not here, or never moved. */
  interface Poses {
    @Nullable Pose of(String item);
  }

  /** Of as many as a checkpoint can hold; the others will stand where they were placed. */
  static byte[] write(Map<String, Seat> seats, Poses poses) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      for (Seat seat : seats.values()) {
        if (bytes.size() > Checkpoints.BYTES_AT_MOST - ONE_AT_MOST) break;
        Pose placed = placed(seat);
        Pose pose = poses.of(seat.item());
        if (pose == null || pose.equals(placed)) continue;
        out.writeUTF(seat.item());
        out.writeUTF(seat.since().toString());
        write(out, placed);
        write(out, pose);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // an ID of more than 64 KiB: there is none
    }
    return bytes.toByteArray();
  }

  /** Where those of them stood that sit here still, and were not placed anew since. */
  static Map<String, Pose> read(byte[] bytes, Map<String, Seat> seats) {
    Map<String, Pose> poses = new HashMap<>();
    if (bytes.length == 0 || bytes[0] != VERSION) return poses; // they stand where they were placed
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1))) {
      while (in.available() > 0) {
        String item = in.readUTF();
        String since = in.readUTF();
        Pose placed = pose(in);
        Pose pose = pose(in);
        Seat seat = seats.get(item);
        boolean same =
            seat != null && seat.since().toString().equals(since) && placed(seat).equals(placed);
        if (same) poses.put(item, pose);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return poses;
  }

  /** Where it was put by a Process Action. */
  static Pose placed(Seat seat) {
    Attitude at = seat.attitude();
    return Pose.of(at.x(), at.y(), at.z(), at.yaw(), at.pitch(), at.roll());
  }

  private static void write(DataOutputStream out, Pose pose) throws IOException {
    out.writeShort(pose.x());
    out.writeShort(pose.y());
    out.writeShort(pose.z());
    out.writeShort(pose.yaw());
    out.writeByte(pose.pitch());
    out.writeByte(pose.roll());
  }

  private static Pose pose(DataInputStream in) throws IOException {
    return new Pose(
        in.readShort(),
        in.readUnsignedShort(),
        in.readShort(),
        in.readUnsignedShort(),
        in.readUnsignedByte(),
        in.readUnsignedByte());
  }
}
