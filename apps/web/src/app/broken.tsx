/** What is left to say when a screen cannot be drawn. Uses nothing that may have failed. */
export function Broken() {
  return (
    <main className="app-page" role="alert">
      <h1>This page could not be drawn</h1>
      <p className="app-lead">
        What was saved is safe on the server. Load the page again; if it stays like this, tell whoever runs
        Throughline for you.
      </p>
      <p>
        <a href={window.location.href}>Load the page again</a> · <a href="/">Go to Home</a>
      </p>
    </main>
  )
}
