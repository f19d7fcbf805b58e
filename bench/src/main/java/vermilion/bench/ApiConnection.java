package vermilion.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One connection that is kept, as a phone's is: as little work as a client can have, because it
/// shares the cores with the server.
final class ApiConnection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;
  private static final String HEAD_END = "\r\n\r\n";
  private static final String LENGTH = "\r\nContent-Length: ";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private byte[] buffer = new byte[16 * 1024];

  ApiConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /// Sends a request; the body of its answer.
  ///
  /// @throws IOException when it is not answered with this status
  String post(byte[] request, int status) throws IOException {
    out.write(request);
    var had = 0;
    var head = -1;
    var text = "";
    while (head < 0) {
      had += read(had);
      text = new String(buffer, 0, had, StandardCharsets.ISO_8859_1);
      head = text.indexOf(HEAD_END);
    }
    var body = head + HEAD_END.length();
    var wanted = body + length(text.substring(0, head + 2));
    while (had < wanted) {
      had += read(had);
    }
    var answer = new String(buffer, body, wanted - body, StandardCharsets.UTF_8);
    if (!text.startsWith("HTTP/1.1 " + status)) {
      throw new IOException(text.lines().findFirst().orElse("") + ": " + answer);
    }
    return answer;
  }

  private int read(int had) throws IOException {
    if (had == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * had);
    }
    var more = in.read(buffer, had, buffer.length - had);
    if (more < 0) {
      throw new EOFException("the server closed the connection");
    }
    return more;
  }

  private static int length(String head) throws IOException {
    var from = head.indexOf(LENGTH);
    if (from < 0) {
      throw new IOException("an answer without Content-Length: " + head);
    }
    var begin = from + LENGTH.length();
    return Integer.parseInt(head, begin, head.indexOf('\r', begin), 10);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
