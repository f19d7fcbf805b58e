package vermilion.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The network between clients and one server: it cuts, delays, and swallows answers after the
/// server has given them. Its own address stays when the server's changes.
final class CuttingProxy implements AutoCloseable {

  private static final int CHUNK = 16 * 1024;
  private static final int CONNECT_MILLIS = 2_000;

  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile int upstream;
  private volatile boolean refusing;
  private volatile boolean swallowing;
  private volatile boolean halving;
  private volatile Duration delay = Duration.ZERO;
  private volatile boolean closed;

  private CuttingProxy(ServerSocket door) {
    this.door = door;
  }

  /// Opens a door on any free port of this machine.
  static CuttingProxy open() {
    try {
      CuttingProxy proxy =
          new CuttingProxy(new ServerSocket(0, 256, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().name("proxy").start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }

  /// Where clients come to.
  int port() {
    return door.getLocalPort();
  }

  /// Where they are led to from now on.
  void leadTo(int port) {
    upstream = port;
  }

  /// Cuts every connection there is.
  void cut() {
    open.forEach(CuttingProxy::reset);
  }

  /// Turns away whoever comes, or lets them in again.
  void refuse(boolean refuse) {
    refusing = refuse;
  }

  /// Lets requests through and cuts where an answer comes back, or no longer.
  void swallowAnswers(boolean swallow) {
    swallowing = swallow;
  }

  /// Cuts within requests, or no longer.
  void halveRequests(boolean halve) {
    halving = halve;
  }

  /// Holds every answer back for so long.
  void delay(Duration by) {
    delay = by;
  }

  private void accept() {
    while (!closed) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> lead(client));
      } catch (IOException _) {
        // Closed, which the loop looks at.
        Thread.onSpinWait();
      }
    }
  }

  private void lead(Socket client) {
    open.add(client);
    Socket server = new Socket();
    try {
      if (refusing) {
        throw new IOException("refused");
      }
      server.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), upstream), CONNECT_MILLIS);
      open.add(server);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Thread answers = Thread.ofVirtual().start(() -> carryAnswers(server, client));
      carryRequests(client, server);
      answers.join();
    } catch (IOException _) {
      reset(client);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      reset(client);
      reset(server);
      open.remove(client);
      open.remove(server);
    }
  }

  private void carryRequests(Socket client, Socket server) {
    byte[] bytes = new byte[CHUNK];
    try {
      InputStream in = client.getInputStream();
      OutputStream out = server.getOutputStream();
      int count = in.read(bytes);
      while (count > 0) {
        out.write(bytes, 0, halving ? count / 2 : count);
        out.flush();
        if (halving) {
          break;
        }
        count = in.read(bytes);
      }
    } catch (IOException _) {
      reset(client);
    }
    reset(server);
  }

  private void carryAnswers(Socket server, Socket client) {
    byte[] bytes = new byte[CHUNK];
    try {
      InputStream in = server.getInputStream();
      OutputStream out = client.getOutputStream();
      int count = in.read(bytes);
      while (count > 0 && !swallowing) {
        Pause.of(delay);
        out.write(bytes, 0, count);
        out.flush();
        count = in.read(bytes);
      }
    } catch (IOException _) {
      reset(server);
    }
    reset(client);
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException _) {
      // It was closed by the other side.
      assert true;
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port(), e);
    }
    cut();
  }
}
