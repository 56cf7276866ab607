package io.github.dlfs4j.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what with a file, where the file system knows of that.
 *
 * @param owner whose file it is
 * @param group whose members have rights of their own
 * @param permissions what owner, group and others may do
 */
record Access(UserPrincipal owner, GroupPrincipal group, Set<PosixFilePermission> permissions) {
    /** That to a file; none if it does not exist. */
    static Optional<Access> to(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null || !Files.exists(file)) {
            return Optional.empty();
        }
        PosixFileAttributes found = view.readAttributes();
        return Optional.of(new Access(found.owner(), found.group(), found.permissions()));
    }

    /** For a file that is made: nobody may read more of it than of the file it replaces, not even at first. */
    static FileAttribute<?>[] attributes(Optional<Access> access) {
        return access.map(given -> new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(given.permissions())})
                .orElseGet(() -> new FileAttribute<?>[0]);
    }

    /** Gives it to another file; owner and group as far as this process may. */
    void giveTo(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        PosixFileAttributes made = view.readAttributes();
        try {
            if (!made.group().equals(group)) {
                view.setGroup(group);
            }
            if (!made.owner().equals(owner)) {
                view.setOwner(owner);
            }
        } catch (IOException e) {
            // The file is this process's own then, with the same permissions.
        }
        // The process may take some from all files it makes.
        if (!made.permissions().equals(permissions)) {
            view.setPermissions(permissions);
        }
    }
}
