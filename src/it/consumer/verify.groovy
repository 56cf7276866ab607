def log = new File(basedir, 'build.log').text
def printed = /(?s)unnamed module @\w+: plain\R\[0.25 0.4  0.5 \].*module io.github.dlfs4j: plain\R\[0.25 0.4  0.5 \]/
assert (log =~ printed).find()

// The consumer inherits no dependency but the library itself.
def tree = log.readLines().findAll { it ==~ /\[INFO\] [+\\|]-? ?.*:(jar|zip):.*/ }
assert tree.size() == 1 && tree[0].contains('io.github.dlfs4j:dlfs4j:jar')
