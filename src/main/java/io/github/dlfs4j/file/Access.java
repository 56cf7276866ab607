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
 * The access rights of a file, on a file system that has such rights.
 *
 * @param owner the owner of the file
 * @param group the group whose members have their own rights
 * @param permissions the rights of the owner, the group and others
 */
record Access(UserPrincipal owner, GroupPrincipal group, Set<PosixFilePermission> permissions) {
    /** Returns the access rights of a file, or none if the file does not exist. */
    static Optional<Access> to(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null || !Files.exists(file)) {
            return Optional.empty();
        }
        PosixFileAttributes found = view.readAttributes();
        return Optional.of(new Access(found.owner(), found.group(), found.permissions()));
    }

    /**
     * Returns the attributes of a new file. They give nobody more rights than the file that it replaces, not even at
     * first.
     */
    static FileAttribute<?>[] attributes(Optional<Access> access) {
        return access.map(given -> new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(given.permissions())})
                .orElseGet(() -> new FileAttribute<?>[0]);
    }

    /** Gives these rights to another file, and the owner and group if this process may change them. */
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
            // The file then belongs to this process and has the same permissions.
        }
        // The process's umask may have removed some permissions.
        if (!made.permissions().equals(permissions)) {
            view.setPermissions(permissions);
        }
    }
}
