package vermilion.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Starts servers, for the commands that run them.
public interface Servers {

  /// Starts a clinic's own server.
  Start serve(Plan plan);

  /// Starts the demonstration, and fills it where its folder is empty.
  Start demo(Plan plan);

  /// What to start.
  ///
  /// @param store where the record lies
  /// @param protocols the folder of the protocols
  /// @param certificates the folder in which proofs are remembered
  /// @param clinician who signs protocols here; empty: nobody
  /// @param host the address to listen on
  /// @param port the port; 0: any that is free
  /// @param baseUrl what links begin with; empty: by host and port
  /// @param publishing the education pages
  /// @param signOutAfter after how long without a request staff are signed out
  record Plan(
      StorePlace store,
      Path protocols,
      Path certificates,
      Optional<String> clinician,
      String host,
      int port,
      Optional<String> baseUrl,
      Publishing publishing,
      Duration signOutAfter) {}

  /// What came of starting.
  sealed interface Start {
    /// It listens.
    ///
    /// @param running the server
    record Listening(Running running) implements Start {}

    /// It does not; each line says why, with the place.
    ///
    /// @param why the lines
    record Refused(List<String> why) implements Start {
      /// Copies the lines.
      public Refused {
        why = List.copyOf(why);
      }
    }
  }

  /// A server that listens, until it is closed.
  interface Running extends AutoCloseable {

    /// Where it is reached.
    String url();

    /// What is worth saying about it, such as a protocol that was left out.
    List<String> remarks();

    /// The people of a demonstration and their links; none for a clinic's own server.
    List<Link> links();

    /// The access code of a demonstration's clinician; empty for a clinic's own server.
    String clinicianToken();

    @Override
    void close();
  }

  /// A link for one person.
  ///
  /// @param name who
  /// @param url the link
  record Link(String name, String url) {}
}
