"""Replace a whole directory at once, or not at all.

Several files that belong together cannot be replaced one by one: whoever is killed in between
leaves a mixture. So a complete new directory is written beside the old one, made durable, and
exchanged with it in a single step of the kernel. Where kernel or file system cannot exchange, two
renames do it, and `recover` puts the old directory back if the second never came.

Names beside the directory ``data``: ``.dateline-data.lock``, ``.dateline-data.new-XXXX`` (being
written, or already replaced and about to go) and ``.dateline-data.old`` (between two renames).
"""

import contextlib
import ctypes
import errno
import os
import secrets
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from dateline.errors import StorageError

LOCK_SECONDS = 600.0
CANNOT_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # Linux, renameat2
_RENAME_SWAP = 2  # macOS, renamex_np


@contextlib.contextmanager
def locked(directory: Path) -> Iterator[None]:
    """Hold the right to replace *directory*; a second process waits for it."""
    lock = FileLock(_beside(directory, "lock"), timeout=LOCK_SECONDS)
    try:
        directory.parent.mkdir(parents=True, exist_ok=True)
        _try_out(directory)
        lock.acquire()
    except Timeout as error:
        raise StorageError(
            directory, f"another build has held it for {LOCK_SECONDS:.0f} seconds; try again later"
        ) from error
    except (OSError, NotImplementedError) as error:
        raise StorageError(directory, why(error)) from error
    try:
        yield
    finally:
        lock.release()


def _try_out(directory: Path) -> None:
    """Raise `OSError` where no file can be made beside *directory*.

    The lock would try again for ten minutes to make its own, in /proc as on a disk that is full.
    """
    trial = _beside(directory, f"new-{secrets.token_hex(4)}")
    os.close(os.open(trial, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    trial.unlink()


def replace(directory: Path, files: Mapping[str, bytes]) -> None:
    """Make *directory* hold exactly *files* (relative path -> content). Call it while locked.

    On any failure the old directory stands as it was and a `StorageError` says why.
    """
    new = _beside(directory, f"new-{secrets.token_hex(4)}")
    try:
        _write(new, files)
        _put_in_place(new, directory)
        _sync_directory(directory.parent)
    except OSError as error:
        raise StorageError(directory, why(error)) from error
    finally:
        # After the exchange this is the old set, after a failure the unfinished new one. What
        # cannot be removed now is swept by the next build.
        shutil.rmtree(new, ignore_errors=True)


def recover(directory: Path) -> None:
    """Undo a replacement that was cut short, and sweep what killed builds left. While locked."""
    old = _beside(directory, "old")
    try:
        if old.exists() and not directory.exists():
            old.rename(directory)
    except OSError as error:
        raise StorageError(directory, why(error)) from error
    shutil.rmtree(old, ignore_errors=True)
    for stray in _beside(directory, "new-").parent.glob(f"{_beside(directory, 'new-').name}*"):
        if stray.is_dir():
            shutil.rmtree(stray, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                stray.unlink()


def is_interrupted(directory: Path) -> bool:
    """Whether a build was killed between two renames, so that only `recover` can bring it back."""
    return not directory.exists() and _beside(directory, "old").exists()


def why(error: BaseException) -> str:
    """An error of the operating system in words that say what to do."""
    number = error.errno if isinstance(error, OSError) else None
    match number:
        case errno.ENOSPC | errno.EDQUOT:
            reason = "the disk is full: free some space"
        case errno.EROFS:
            reason = "the disk is read-only: choose another folder with --out"
        case errno.EACCES | errno.EPERM:
            reason = "no right to write there: change the folder's rights or choose another (--out)"
        case errno.ENOTDIR | errno.EEXIST:
            reason = "part of that path is a file, not a folder: choose another folder with --out"
        case errno.EXDEV | errno.EBUSY:
            reason = (
                "the folder is a mount point or part of a disk image and cannot be replaced: "
                "choose a folder inside it with --out"
            )
        case errno.ENOENT:
            reason = "no file can be made there: choose another folder with --out"
        case errno.ENAMETOOLONG:
            reason = "a file's name is too long for this disk: shorten the article's name"
        case _:
            reason = f"the disk refused: {error}"
    return f"{reason}; nothing was changed"


def _beside(directory: Path, suffix: str) -> Path:
    return directory.parent / f".dateline-{directory.name}.{suffix}"


def _write(directory: Path, files: Mapping[str, bytes]) -> None:
    """Write every file and make each durable before any becomes visible under its real name."""
    directory.mkdir()
    folders = {directory}
    for name, content in files.items():
        path = directory / name
        path.parent.mkdir(exist_ok=True)
        folders.add(path.parent)
        with path.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    for folder in folders:
        _sync_directory(folder)


def _sync_directory(directory: Path) -> None:
    if sys.platform == "win32":
        return  # directories cannot be opened there, and renames are durable
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _put_in_place(new: Path, directory: Path) -> None:
    if not directory.exists():
        new.rename(directory)
        return
    try:
        exchange(new, directory)
    except OSError as error:
        if error.errno not in CANNOT_EXCHANGE:
            raise
        _rename_twice(new, directory)


def _rename_twice(new: Path, directory: Path) -> None:
    old = _beside(directory, "old")
    directory.rename(old)
    try:
        new.rename(directory)
    except OSError:
        old.rename(directory)
        raise
    _sync_directory(directory.parent)
    shutil.rmtree(old, ignore_errors=True)


def exchange(one: Path, other: Path) -> None:
    """Swap two paths in one step of the kernel; `OSError` where it cannot."""
    # On Windows there is no library of that kind, and nothing that exchanges two directories.
    libc: Any = ctypes.CDLL(None, use_errno=True) if sys.platform != "win32" else object()
    names = os.fsencode(one), os.fsencode(other)
    if hasattr(libc, "renameat2"):
        failed = libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
    elif hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(names[0], names[1], _RENAME_SWAP)
    else:
        raise OSError(errno.ENOSYS, "this system cannot exchange two directories")
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(one), None, str(other))
